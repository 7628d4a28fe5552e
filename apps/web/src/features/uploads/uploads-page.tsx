import Link from "next/link";
import type { ReactNode } from "react";
import { Grade } from "../../ui/grade.tsx";
import { Note } from "../../ui/note.tsx";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { Section } from "../../ui/panel.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { UploadIssues } from "./upload-issues.tsx";
import type { UploadView, UploadsView } from "./view-model.ts";

type UploadsPageProps = {
  view: UploadsView;
  /** Drop zone, when the role may upload. */
  desk: ReactNode | null;
  /** Files being read, live. */
  running: ReactNode;
  rejectedHref: (uploadId: string) => string;
  more: ReactNode;
};

/** Did my file arrive whole? */
export function UploadsPage({ view, desk, running, rejectedHref, more }: UploadsPageProps) {
  return (
    <>
      <PageBar title="Uploads" />
      <main className="page" id="main">
        <PageSentence sentence={view.sentence} />
        <div className="split usplit">
          <div className="stack">
            {desk ?? <p className="muted">Your role reads files; analysts and admins send them.</p>}
            {running}
            {view.refused === null ? null : (
              <Note tone="bad">
                <Link className="strong" href={view.refused.href}>
                  {view.refused.name}
                </Link>{" "}
                was refused. {view.refused.failure}
              </Note>
            )}
            {view.latest === null ? null : (
              <UploadIssues file={view.latest.file} issues={view.latest.issues} rejectedHref={rejectedHref(view.latest.file.id)} linked />
            )}
          </div>
          <aside className="stack" aria-label="Files">
            <Section title="Earlier files">
              {view.earlier.length === 0 ? <p className="muted">No file was sent yet.</p> : null}
              <ul className="ufiles rows">
                {view.earlier.map((file) => (
                  <FileItem key={file.id} file={file} />
                ))}
              </ul>
              {more}
            </Section>
            <Section title="What we need">
              <p className="muted">Payer, CPT, submitted, decided and outcome. Everything else makes findings sharper.</p>
            </Section>
          </aside>
        </div>
      </main>
    </>
  );
}

/** One earlier file: name, rows, day, grade. */
export function FileItem({ file }: { file: UploadView }) {
  return (
    <li>
      <div className="min0">
        <Link className="trunc blk" href={file.href}>
          {file.name}
        </Link>
        <span className="meta">{file.detail}</span>
      </div>
      <span className="meta num">{file.when}</span>
      <Grade grade={file.grade} />
    </li>
  );
}
