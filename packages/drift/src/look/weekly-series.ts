import { outcomes } from "./cells.ts";
import { decisionRange, type Look } from "./prepare-look.ts";

/** One week of decided lines from day `week`; `value` is null without lines. */
export type WeekPoint = { week: number; n: number; value: number | null };

const longest = 60;

/** Weekly history of a segment up to the watermark: the denied share, or the mean days from submission to decision. */
export function prepareSeries(look: Look, what: "denied" | "days"): (position: number) => WeekPoint[] {
  const { day, age, outcome, known, n } = look.cells.decisions;
  const weeks = Math.min(longest, Math.floor((look.watermark - look.cells.firstDecision) / 7));
  return (position) => {
    const segment = look.segments[position];
    const lines = new Float64Array(Math.max(0, weeks));
    const sums = new Float64Array(Math.max(0, weeks));
    for (let k = segment?.from ?? 0; k < (segment?.to ?? 0); k++) {
      const { begin, end } = decisionRange(look, k, look.watermark - 7 * weeks, look.watermark);
      for (let i = begin; i < end; i++) {
        if ((known[i] ?? 0) > look.asOf || outcome[i] === outcomes.other) continue;
        const at = weeks - 1 - Math.floor((look.watermark - 1 - (day[i] ?? 0)) / 7);
        const value = what === "denied" ? Number(outcome[i] === outcomes.denied) : (age[i] ?? 0);
        lines[at] = (lines[at] ?? 0) + (n[i] ?? 0);
        sums[at] = (sums[at] ?? 0) + (n[i] ?? 0) * value;
      }
    }
    return Array.from(lines, (count, at) => ({
      week: look.watermark - 7 * (weeks - at),
      n: count,
      value: count > 0 ? (sums[at] ?? 0) / count : null,
    }));
  };
}
