import Link from "next/link";
import { buttonClass } from "../../ui/button.tsx";
import { CauseList } from "../../ui/evidence/cause-list.tsx";
import { CompareTable } from "../../ui/evidence/compare-table.tsx";
import { SampleClaims } from "../../ui/evidence/sample-claims.tsx";
import { SliceTable } from "../../ui/evidence/slice-table.tsx";
import { TrendPanel } from "../../ui/evidence/trend-panel.tsx";
import { KeyValues } from "../../ui/key-values.tsx";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { Section } from "../../ui/panel.tsx";
import { SeverityLabel } from "../../ui/severity.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { MovementChip } from "./movements-table.tsx";
import type { DriftEventView } from "./view-model.ts";

/** How one change lived: both windows, its interval, where it comes from; an alert is not needed. */
export function DriftEventPage({ view, base }: { view: DriftEventView; base: string }) {
  return (
    <>
      <PageBar title={view.title} parent={{ name: "Drift", href: `${base}/drift` }}>
        {view.alertHref === null ? null : (
          <Link className={buttonClass({ kind: "primary" })} href={view.alertHref}>
            Open alert
          </Link>
        )}
      </PageBar>
      <main className="page" id="main">
        <div className="split">
          <div className="stack">
            <div className="stack g12">
              <PageSentence sentence={view.sentence} />
              <div className="facts2">
                <span>
                  <SeverityLabel severity={view.severity} />
                </span>
                <MovementChip state={view.state} />
                <span className="meta">Since {view.since}</span>
                {view.confidence === null ? null : <span className="meta">{view.confidence}</span>}
              </div>
            </div>
            <section className="panel">
              {view.trend === null ? (
                <h2 className="sr">Before and now</h2>
              ) : (
                <TrendPanel id="drift" name={view.signal} trend={view.trend} immatureShare={view.immatureShare} />
              )}
              <CompareTable windows={view.windows} rows={view.compare} />
            </section>
            {view.slices === null ? null : <SliceTable slices={view.slices} />}
            <CauseList causes={view.causes} />
            <SampleClaims claims={view.claims.list} all={view.claims.all} />
          </div>
          <aside className="stack" aria-label="About this change">
            <Section title="How it lived">
              <Timeline entries={view.life} />
            </Section>
            <Section title="About this change">
              <KeyValues pairs={view.facts} />
            </Section>
          </aside>
        </div>
      </main>
    </>
  );
}
