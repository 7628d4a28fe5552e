import type { Segment } from "./cells.ts";
import { decisionRange, type Look } from "./prepare-look.ts";

/** Allowed cents a day in the look's baseline, of one segment. */
export function allowedPerDay(look: Look, { from, to }: Pick<Segment, "from" | "to">): number {
  const { known, allowedCents } = look.cells.decisions;
  let cents = 0;
  for (let k = from; k < to; k++) {
    const { begin, end } = decisionRange(look, k, look.base.from, look.base.to);
    for (let i = begin; i < end; i++) if ((known[i] ?? 0) <= look.asOf) cents += allowedCents[i] ?? 0;
  }
  return cents / (look.base.to - look.base.from);
}
