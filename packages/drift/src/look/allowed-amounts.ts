import { outcomes, type Segment } from "./cells.ts";
import { decisionRange, type Look } from "./prepare-look.ts";

/** Allowed cents a day of one segment's paid lines, each stratum over the days of its baseline. */
export function allowedPerDay(look: Look, { from, to }: Pick<Segment, "from" | "to">): number {
  const { known, outcome, allowedCents } = look.cells.decisions;
  let perDay = 0;
  for (let k = from; k < to; k++) {
    const first = look.baseFrom[k] ?? look.base.to;
    const { begin, end } = decisionRange(look, k, first, look.base.to);
    let cents = 0;
    for (let i = begin; i < end; i++) {
      if ((known[i] ?? 0) <= look.asOf && outcome[i] === outcomes.paid) cents += allowedCents[i] ?? 0;
    }
    if (first < look.base.to) perDay += cents / (look.base.to - first);
  }
  return perDay;
}
