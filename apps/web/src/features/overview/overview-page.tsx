import type { ReactNode } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { Panel } from "../../ui/panel.tsx";
import { LookAgainButton } from "../navigation/look-again-button.tsx";
import { UploadLink } from "../navigation/upload-link.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { ChangeList } from "./change-list.tsx";
import { OverviewAside } from "./overview-aside.tsx";
import { OverviewFacts } from "./overview-facts.tsx";
import { PayerMultiples } from "./payer-multiples.tsx";
import type { OverviewView } from "./view-model.ts";

/** What changed since the last look, what it is worth, and what to do first. */
export function OverviewPage({
  view,
  base,
  mayUpload,
  mayLook,
}: {
  view: OverviewView;
  base: string;
  mayUpload: boolean;
  mayLook: boolean;
}) {
  return (
    <>
      <PageBar title="Overview">
        {view.lastLook === null ? null : <span className="meta hide-s">Last look {view.lastLook}</span>}
        {mayLook ? <LookAgainButton /> : null}
        {mayUpload ? <UploadLink href={`${base}/uploads`} /> : null}
      </PageBar>
      <main className="page" id="main">
        <PageSentence sentence={view.sentence} />
        <OverviewFacts view={view} />
        <div className="split">
          <div className="stack">
            <Panel title="What changed" meta="Compared with comparable claims of the weeks before">
              {view.changes.length === 0 ? (
                <p className="body muted">No payer behaves differently from before.</p>
              ) : (
                <ChangeList changes={view.changes} now={view.now} />
              )}
            </Panel>
            {view.payers === null ? null : <PayerMultiples payers={view.payers} />}
          </div>
          <OverviewAside view={view} />
        </div>
      </main>
    </>
  );
}

/** The overview of a customer that has not sent a file yet: a place for the first one, for those who may. */
export function OverviewStart({ desk }: { desk: ReactNode | null }) {
  return (
    <>
      <PageBar title="Overview" />
      <main className="page stack" id="main">
        <PageSentence sentence={[{ b: "Upload a claim file to begin." }, " About six months of decided claims are enough to compare."]} />
        {desk}
        <EmptyState title={desk === null ? "No file was sent yet; analysts and admins send them" : "What a file needs"}>
          Payer, CPT, submitted, decided and outcome. Everything else makes findings sharper.
        </EmptyState>
      </main>
    </>
  );
}
