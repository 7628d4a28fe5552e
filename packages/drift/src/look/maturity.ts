import { hazards } from "../score/survival.ts";
import type { Segment } from "./cells.ts";
import type { Look } from "./prepare-look.ts";
import { riskTables } from "./risk-tables.ts";

/**
 * Share of the lines submitted in the last `window` days that the segment's baseline would have decided by the watermark
 * (drift method 4.3); undefined where undecided lines are not known, or none were submitted.
 */
export function maturity(look: Look, segment: Segment, window: number): number | undefined {
  if (look.mode === "remittance") return undefined;
  const { base } = riskTables(look, segment, { ticksBefore: (day) => day, tickDays: 1 });
  let undecided = 1;
  const decidedBy = hazards(base).map((hazard) => 1 - (undecided *= 1 - hazard));
  const { start, day, n } = look.cells.submissions;
  let lines = 0;
  let decided = 0;
  for (let i = start[segment.from] ?? 0; i < (start[segment.to] ?? 0); i++) {
    const age = look.watermark - 1 - (day[i] ?? 0);
    if (age < 0 || age >= window) continue;
    lines += n[i] ?? 0;
    decided += (n[i] ?? 0) * (decidedBy[Math.min(age, decidedBy.length - 1)] ?? 0);
  }
  return lines > 0 ? decided / lines : undefined;
}
