import { speakAge } from "../../ui/format/format-date.ts";
import { formatEstimate, formatEstimateRange } from "../../ui/format/format-money.ts";
import { ownerName } from "../../ui/owner.tsx";
import { severityName } from "../../ui/severity-scale.ts";
import type { AlertRowView } from "./view-model.ts";

/** The one sentence a screen reader says for a row. */
export function rowLabel(row: AlertRowView, now: string): string {
  const money = row.estimate === null ? "Dollars not known" : `${formatEstimate(row.estimate.cents)} ${row.estimate.unit}`;
  const range =
    row.estimate === null || row.estimate.lowCents === null || row.estimate.highCents === null
      ? ""
      : `, between ${formatEstimateRange(row.estimate.lowCents, row.estimate.highCents).replace(" to ", " and ")}`;
  return `${severityName(row.severity)}. ${row.payer}, ${row.cptGroup}. ${row.change}${row.change.endsWith(".") ? "" : "."} ${money}${range}. ${ownerName(row.owner)}. ${speakAge(row.raisedAt, now)}.`;
}
