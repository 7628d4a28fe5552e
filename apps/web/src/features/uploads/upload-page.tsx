import type { ReactNode } from "react";
import { KeyValues } from "../../ui/key-values.tsx";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { Panel, Section } from "../../ui/panel.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { uploadSentence } from "./upload-sentence.ts";
import { UploadIssues } from "./upload-issues.tsx";
import { UploadCountList } from "./upload-progress.tsx";
import type { IssueView, UploadView } from "./view-model.ts";

type UploadPageProps = {
  base: string;
  file: UploadView;
  issues: readonly IssueView[];
  facts: readonly (readonly [string, ReactNode])[];
  rejectedHref: string;
  /** Progress while it runs, live. */
  running: ReactNode | null;
  /** Drop zone for the corrected rows. */
  desk: ReactNode | null;
  /** Void, for those who may. */
  danger: ReactNode | null;
};

/** One file: how it went, what to correct, and the way to void it. */
export function UploadPage({ base, file, issues, facts, rejectedHref, running, desk, danger }: UploadPageProps) {
  const done = file.state === "loaded" || file.state === "partial" || file.state === "voided";
  return (
    <>
      <PageBar title={file.name} parent={{ name: "Uploads", href: `${base}/uploads` }}>
        {danger}
      </PageBar>
      <main className="page" id="main">
        <PageSentence sentence={uploadSentence(file)} />
        <div className="split usplit">
          <div className="stack">
            {running}
            {done ? (
              <Panel title="Rows" body>
                <UploadCountList upload={file} />
              </Panel>
            ) : null}
            {done ? <UploadIssues file={file} issues={issues} rejectedHref={rejectedHref} linked={false} /> : null}
            {file.counts.rejected > 0 || file.state === "failed" ? desk : null}
          </div>
          <aside className="stack" aria-label="About this file">
            <Section title="About this file">
              <KeyValues pairs={facts} />
            </Section>
          </aside>
        </div>
      </main>
    </>
  );
}
