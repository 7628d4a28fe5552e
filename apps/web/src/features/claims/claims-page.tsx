import type { ReactNode } from "react";
import Link from "next/link";
import { PageSentence, type Sentence } from "../../ui/page-sentence.tsx";
import { UploadLink } from "../navigation/upload-link.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { ClaimFilters } from "./claim-filters.tsx";

type ClaimsPageProps = {
  sentence: Sentence;
  payers: readonly string[];
  groups: readonly string[];
  /** Where files are sent, for those who may. */
  uploadHref: string | null;
  children: ReactNode;
};

/** Which claims, how many? */
export function ClaimsPage({ sentence, payers, groups, uploadHref, children }: ClaimsPageProps) {
  return (
    <>
      <PageBar title="Claims">{uploadHref === null ? null : <UploadLink href={uploadHref} />}</PageBar>
      <main className="page flush claimpage" id="main">
        <div className="pad">
          <PageSentence sentence={sentence} />
        </div>
        <ClaimFilters payers={payers} groups={groups}>
          {children}
        </ClaimFilters>
      </main>
    </>
  );
}

/** No claim behind the filters, or none at all. */
export function NoClaims({ filtered, base }: { filtered: boolean; base: string }) {
  return (
    <div className="pad">
      <div className="panel empty">
        <span className="strong">{filtered ? "No claim matches." : "No claims yet."}</span>
        <span className="muted">{filtered ? "Take a filter away to see more." : "Upload a claim file to begin."}</span>
        <Link className="link" href={filtered ? `${base}/claims` : `${base}/uploads`}>
          {filtered ? "Show all claims" : "Upload a claim file"}
        </Link>
      </div>
    </div>
  );
}
