import { allWindows, windowWeeks } from "../windows.ts";
import { outcomes, type Segment } from "./cells.ts";
import { baseOf, decisionRange, type Look } from "./prepare-look.ts";

const oldest = 365;

/** Decided lines by whole days from submission: over the baseline, each window of `allWindows`, and summed by week. */
export type AgeHistograms = { base: Float64Array; windows: Float64Array[]; weeks: { n: number; days: number }[] };

function addLines(into: AgeHistograms, age: number, back: number, lines: number): void {
  const week = into.weeks[Math.floor((back - 1) / 7)];
  if (week !== undefined) {
    week.n += lines;
    week.days += lines * age;
  }
  into.windows.forEach((counts, w) => {
    if (back <= (allWindows[w] ?? 0)) counts[age] = (counts[age] ?? 0) + lines;
  });
}

/** Ages of one payer and CPT group; ages beyond a year count as a year. */
export function ageHistograms(look: Look, segment: Segment): AgeHistograms {
  const { day, age, outcome, known, n } = look.cells.decisions;
  const histogram = () => new Float64Array(oldest + 1);
  const weeks = Array.from({ length: windowWeeks }, () => ({ n: 0, days: 0 }));
  const into: AgeHistograms = { base: histogram(), windows: allWindows.map(histogram), weeks };
  const began = baseOf(look, segment).from;
  for (let k = segment.from; k < segment.to; k++) {
    const { begin, end } = decisionRange(look, k, look.base.from, look.watermark);
    for (let i = begin; i < end; i++) {
      if ((known[i] ?? 0) > look.asOf || outcome[i] === outcomes.other) continue;
      const slot = Math.min(oldest, Math.max(0, age[i] ?? 0));
      if ((day[i] ?? 0) >= began && (day[i] ?? 0) < look.base.to) into.base[slot] = (into.base[slot] ?? 0) + (n[i] ?? 0);
      addLines(into, slot, look.watermark - (day[i] ?? 0), n[i] ?? 0);
    }
  }
  return into;
}
