import Link from "next/link";
import type { ReactNode } from "react";
import { CauseList } from "../../ui/evidence/cause-list.tsx";
import { CompareTable } from "../../ui/evidence/compare-table.tsx";
import { SampleClaims } from "../../ui/evidence/sample-claims.tsx";
import { SliceTable } from "../../ui/evidence/slice-table.tsx";
import { TrendPanel } from "../../ui/evidence/trend-panel.tsx";
import { Note } from "../../ui/note.tsx";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { SeverityLabel } from "../../ui/severity.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { AlertAside } from "./alert-aside.tsx";
import { AlertChip } from "./alert-chip.tsx";
import type { AlertView } from "./alert-view.ts";

type AlertPageProps = { view: AlertView; base: string; bar: ReactNode; form: ReactNode | null; thumb: ReactNode };

/** What happened, how sure, where it comes from, what now; one page that can be read aloud. */
export function AlertPage({ view, base, bar, form, thumb }: AlertPageProps) {
  return (
    <>
      <PageBar title={view.title} parent={{ name: "Alerts", href: `${base}/alerts` }}>
        {bar}
      </PageBar>
      <main className="page" id="main">
        <div className="split">
          <div className="stack">
            <div className="stack g12">
              <PageSentence sentence={view.sentence} />
              <AlertFacts view={view} />
            </div>
            {view.note === null ? null : <Note>{view.note}</Note>}
            {view.otherLook === null ? null : (
              <Note>
                {view.otherLook.text}{" "}
                <Link className="link" href={view.otherLook.href}>
                  See the change
                </Link>
              </Note>
            )}
            <section className="panel">
              {view.trend === null ? (
                <h2 className="sr">Before and now</h2>
              ) : (
                <TrendPanel id="alert" name={view.signal} trend={view.trend} immatureShare={view.immatureShare} />
              )}
              <CompareTable windows={view.windows} rows={view.compare} />
            </section>
            {view.slices === null ? null : <SliceTable slices={view.slices} />}
            {view.causes.length === 0 ? null : <CauseList causes={view.causes} />}
            <SampleClaims claims={view.claims.list} all={view.claims.all} />
          </div>
          <AlertAside view={view} form={form} />
        </div>
      </main>
      {thumb}
    </>
  );
}

function AlertFacts({ view }: { view: AlertView }) {
  return (
    <div className="facts2">
      <span>
        <SeverityLabel severity={view.severity} />
      </span>
      <AlertChip chip={view.chip} />
      <span className="meta">Raised {view.raised}</span>
      <span className="meta hide-s">
        Rule:{" "}
        {view.ruleHref === null ? (
          view.rule
        ) : (
          <Link className="link" href={view.ruleHref}>
            {view.rule}
          </Link>
        )}
      </span>
      {view.confidence === null ? null : <span className="meta">{view.confidence}</span>}
    </div>
  );
}
