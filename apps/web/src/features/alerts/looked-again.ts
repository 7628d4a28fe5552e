import type { AlertDetail } from "@upstream/alerts/schemas";
import type { DriftEventDetailDto } from "@upstream/drift/schemas";
import { formatChartValue, formatDifference } from "../../ui/chart/chart-value.ts";
import { formatDay } from "../../ui/format/format-date.ts";

/** An alert keeps the figures it was raised with; this tells what a later look measured, with the way to the change. */
export function lookedAgain(
  { evidence }: Pick<AlertDetail, "evidence">,
  event: Pick<DriftEventDetailDto, "id" | "unit" | "state" | "current" | "now" | "effect">,
  base: string,
): { text: string; href: string } | null {
  if (evidence.current === null || event.current.to <= evidence.current.to) return null;
  const value = formatChartValue(event.unit, event.now);
  const text =
    event.state === "recovered"
      ? `Looked at again through ${formatDay(event.current.to)}: back at ${value}.`
      : `Looked at again through ${formatDay(event.current.to)}: now ${value}, ${formatDifference(event.unit, event.effect)} against before.`;
  return { text, href: `${base}/drift/${event.id}` };
}
