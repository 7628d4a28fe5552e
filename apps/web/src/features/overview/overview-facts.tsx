import { IntervalMark } from "../../ui/chart/interval-mark.tsx";
import { FactStrip } from "../../ui/fact-strip.tsx";
import { formatEstimate, formatEstimateRange } from "../../ui/format/format-money.ts";
import { formatDecimal, plural } from "../../ui/format/format-number.ts";
import type { MoneyEstimate } from "../../ui/money.tsx";
import { severities } from "../../ui/severity-scale.ts";
import { SeverityCount } from "../../ui/severity.tsx";
import type { OverviewView } from "./view-model.ts";

/** Five facts: at stake, held back, open alerts, recovered, data. The two amounts share one scale and are never added. */
export function OverviewFacts({ view }: { view: OverviewView }) {
  const top =
    Math.max(
      view.atStake.estimate?.highCents ?? view.atStake.estimate?.cents ?? 0,
      view.heldBack.estimate?.highCents ?? view.heldBack.estimate?.cents ?? 0,
    ) * 1.03;
  const open = severities.reduce((sum, severity) => sum + view.alerts.bySeverity[severity], 0);
  return (
    <FactStrip
      label="Position"
      facts={[
        {
          label: "At stake each month",
          phone: true,
          figure: figureOf(view.atStake.estimate),
          lines: (
            <Spread
              estimate={view.atStake.estimate}
              top={top}
              rest={`${view.atStake.count} ${plural(view.atStake.count, "drift", "drifts")}`}
            />
          ),
        },
        {
          label: "Held back by slow payers",
          phone: true,
          figure: figureOf(view.heldBack.estimate),
          lines: (
            <Spread
              estimate={view.heldBack.estimate}
              top={top}
              rest={`${view.heldBack.count} ${plural(view.heldBack.count, "payer", "payers")}`}
            />
          ),
        },
        { label: "Open alerts", phone: false, figure: open, lines: <AlertLines view={view} /> },
        {
          label: "Recovered, 30 days",
          phone: false,
          figure: formatEstimate(view.recovered.cents),
          lines: <RecoveredLines recovered={view.recovered} />,
        },
        {
          label: "Data",
          phone: false,
          figure: (
            <>
              {view.data.grade ?? "–"}{" "}
              {view.data.score === null ? null : <span className="figsub">{formatDecimal(view.data.score, 2)}</span>}
            </>
          ),
          lines: view.data.lines.map((line) => (
            <span key={line.text} className={line.late ? "meta c-medium strong" : "meta"}>
              {line.text}
            </span>
          )),
        },
      ]}
    />
  );
}

function figureOf(estimate: MoneyEstimate | null): string {
  return formatEstimate(estimate?.cents ?? 0);
}

function Spread({ estimate, top, rest }: { estimate: MoneyEstimate | null; top: number; rest: string }) {
  if (estimate === null || estimate.lowCents === null || estimate.highCents === null) return <span className="meta">{rest}</span>;
  return (
    <>
      <IntervalMark value={estimate.cents} low={estimate.lowCents} high={estimate.highCents} scale={[0, top]} />
      <span className="meta num">
        {formatEstimateRange(estimate.lowCents, estimate.highCents)} · {rest}
      </span>
    </>
  );
}

function AlertLines({ view }: { view: OverviewView }) {
  const present = [...severities].reverse().filter((severity) => view.alerts.bySeverity[severity] > 0);
  return (
    <>
      {present.length === 0 ? null : (
        <span className="sevline">
          {present.map((severity) => (
            <SeverityCount key={severity} severity={severity} count={view.alerts.bySeverity[severity]} />
          ))}
        </span>
      )}
      <span className="meta">
        {present.length === 0
          ? "nothing waits"
          : view.alerts.withoutOwner === 0
            ? "every one has an owner"
            : `${view.alerts.withoutOwner} ${plural(view.alerts.withoutOwner, "has", "have")} no owner`}
      </span>
    </>
  );
}

function RecoveredLines({ recovered }: { recovered: OverviewView["recovered"] }) {
  return (
    <>
      <span className="meta">
        from {recovered.alerts} {plural(recovered.alerts, "alert", "alerts")}
      </span>
      <span className="meta">{recovered.judged === 0 ? "none judged yet" : `${recovered.real} of last ${recovered.judged} were real`}</span>
    </>
  );
}
