import type { DriftEventDetailDto } from "@upstream/drift/schemas";
import { formatChartValue } from "../../ui/chart/chart-value.ts";
import { formatDay } from "../../ui/format/format-date.ts";
import type { TimelineEntry } from "../../ui/timeline.tsx";

type Step = DriftEventDetailDto["life"][number];

const texts: Record<Step["kind"], string> = {
  opened: "First told",
  continuing: "Goes on",
  worsened: "Got worse",
  recovered: "Back to normal",
  withdrawn: "Withdrawn",
};

/** What each look said of a change, the latest first; looks in a row that found it going on are one line. */
export function lifeOf(
  { life, unit, watchedOn }: Pick<DriftEventDetailDto, "life" | "unit" | "watchedOn">,
  today: string,
): TimelineEntry[] {
  const told = life.filter((step, index) => step.kind !== "continuing" || life[index + 1]?.kind !== "continuing");
  const steps = [...told].reverse().map((step) => ({
    text: `${texts[step.kind]}: ${formatChartValue(unit, step.value)}`,
    meta: `measured ${formatDay(step.measuredOn, today)}`,
  }));
  return [...steps, { text: "Watch set", meta: formatDay(watchedOn, today) }];
}
