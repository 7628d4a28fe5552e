import type { AlertDetail } from "@upstream/alerts/schemas";
import { formatChartValue, formatDifference, type ChartUnit } from "../../ui/chart/chart-value.ts";
import { formatEstimate, formatEstimateRange } from "../../ui/format/format-money.ts";
import { formatCount, formatSigned } from "../../ui/format/format-number.ts";
import type { MoneyEstimate } from "../../ui/money.tsx";
import { splitRows } from "../../ui/evidence/split-rows.ts";
import type { CompareRow } from "../../ui/evidence/compare-table.tsx";

type Compared = { estimate: MoneyEstimate | null; unit: ChartUnit; split: { behaviour: number; mix: number } | null };

/** Before, now, difference and 95% interval, row by row; what an alert does not know is left out. */
export function compareRows(alert: AlertDetail, { estimate, unit, split }: Compared): CompareRow[] {
  return [...countRow(alert), ...valueRow(alert, unit), ...splitRows(split), ...moneyRow(estimate)];
}

function countRow({ evidence: { baseline, current } }: AlertDetail): CompareRow[] {
  if (baseline === null || current === null) return [];
  const counted = baseline.count !== null && current.count !== null;
  const text = (window: typeof baseline) =>
    counted ? `${formatCount(Math.round(window.count ?? 0))} of ${formatCount(Math.round(window.n))}` : formatCount(Math.round(window.n));
  const extra = counted && baseline.n > 0 ? Math.round((current.count ?? 0) - ((baseline.count ?? 0) / baseline.n) * current.n) : 0;
  return [
    {
      name: counted ? "Denied of decided" : "Claims compared",
      before: text(baseline),
      now: text(current),
      difference: extra > 0 ? `about ${formatCount(extra)} extra` : "",
      interval: "",
      strong: false,
      tone: null,
    },
  ];
}

const valueNames: Record<string, string> = { DENIAL_RATE: "Denial rate", DECISION_TIME: "Days to a decision" };

function valueRow({ evidence, severity, isHarm, signal }: AlertDetail, unit: ChartUnit): CompareRow[] {
  const { baseline, current, effect, effectLow, effectHigh } = evidence;
  if (baseline === null || current === null || baseline.value === null || current.value === null) return [];
  const scale = unit === "rate" || unit === "ratio" ? 100 : 1;
  return [
    {
      name: valueNames[signal] ?? "Value",
      before: formatChartValue(unit, baseline.value),
      now: formatChartValue(unit, current.value),
      difference: effect === null ? "" : formatDifference(unit, effect),
      interval:
        effectLow === null || effectHigh === null ? "" : `${formatSigned(effectLow * scale)} to ${formatSigned(effectHigh * scale)}`,
      strong: true,
      tone: isHarm ? `c-${severity}` : "c-good",
    },
  ];
}

function moneyRow(estimate: MoneyEstimate | null): CompareRow[] {
  if (estimate === null) return [];
  const name = estimate.unit === "held back" ? "Held back" : estimate.unit === "a month" ? "At stake each month" : "Better each month";
  const interval =
    estimate.lowCents === null || estimate.highCents === null ? "" : formatEstimateRange(estimate.lowCents, estimate.highCents);
  return [{ name, before: "", now: "", difference: formatEstimate(estimate.cents), interval, strong: true, tone: null }];
}
