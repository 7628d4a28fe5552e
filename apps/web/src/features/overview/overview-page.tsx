import Link from "next/link";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconUploadSimple } from "../../ui/icon/icon-paths.ts";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { Panel } from "../../ui/panel.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { ChangeList } from "./change-list.tsx";
import { OverviewAside } from "./overview-aside.tsx";
import { OverviewFacts } from "./overview-facts.tsx";
import { PayerMultiples } from "./payer-multiples.tsx";
import type { OverviewView } from "./view-model.ts";

/** What changed since the last look, what it is worth, and what to do first. */
export function OverviewPage({ view, base, mayUpload }: { view: OverviewView; base: string; mayUpload: boolean }) {
  return (
    <>
      <PageBar title="Overview">
        {view.lastLook === null ? null : <span className="meta hide-s">Last look {view.lastLook}</span>}
        {mayUpload ? <UploadLink base={base} /> : null}
      </PageBar>
      <main className="page" id="main">
        <PageSentence sentence={view.sentence} />
        <OverviewFacts view={view} />
        <div className="split">
          <div className="stack">
            <Panel title="What changed" meta="Compared with comparable claims of the 12 weeks before">
              {view.changes.length === 0 ? (
                <p className="body muted">Nothing changed since you last looked.</p>
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

function UploadLink({ base }: { base: string }) {
  return (
    <Link className={buttonClass({ kind: "primary", className: "hide-s" })} href={`${base}/uploads`}>
      <Icon d={iconUploadSimple} size={14} />
      Upload claims
    </Link>
  );
}

/** The overview of a customer that has not sent a file yet. */
export function OverviewStart({ base, mayUpload }: { base: string; mayUpload: boolean }) {
  return (
    <>
      <PageBar title="Overview">{mayUpload ? <UploadLink base={base} /> : null}</PageBar>
      <main className="page" id="main">
        <PageSentence sentence={[{ b: "Upload a claim file to begin." }, " About six months of decided claims are enough to compare."]} />
        <EmptyState
          title="No claims yet"
          action={
            mayUpload ? (
              <Link className="link" href={`${base}/uploads`}>
                Upload a claim file
              </Link>
            ) : undefined
          }
        >
          Payer, CPT, submitted, decided and outcome are needed. Everything else makes findings sharper.
        </EmptyState>
      </main>
    </>
  );
}
