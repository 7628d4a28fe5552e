import { outcomes } from "../look/cells.ts";
import { decisionRange, type Look } from "../look/prepare-look.ts";
import type { RateTally } from "../look/rate-tally.ts";
import { allWindows } from "../windows.ts";
import type { Finding } from "./signal.ts";

type Batch = { expected: number; excess: number };

/** Baseline rate of a stratum as weighed for the window, undefined where it is not compared. */
export function comparedRate(tally: RateTally, stratum: number, w: number): number | undefined {
  const at = stratum * allWindows.length + w;
  const n0 = tally.n0[at] ?? 0;
  return n0 > 0 && (tally.n1[at] ?? 0) > 0 ? (tally.x0[at] ?? 0) / n0 : undefined;
}

/** Calls `visit` for every current line count of the segment that is compared. */
export function visitCurrent(look: Look, position: number, window: number, visit: (decision: number, stratum: number) => void): void {
  const segment = look.segments[position];
  const { known, outcome } = look.cells.decisions;
  for (let k = segment?.from ?? 0; k < (segment?.to ?? 0); k++) {
    const { begin, end } = decisionRange(look, k, look.watermark - window, look.watermark);
    for (let i = begin; i < end; i++) {
      if ((known[i] ?? 0) <= look.asOf && outcome[i] !== outcomes.other && look.excluded[i] !== 1) visit(i, k);
    }
  }
}

function batchesOfWindow(look: Look, tally: RateTally, position: number, window: number): Batch[] {
  const w = allWindows.findIndex((days) => days === window);
  const { n, outcome } = look.cells.decisions;
  const batches = new Map<number, Batch>();
  visitCurrent(look, position, window, (i, k) => {
    const rate = comparedRate(tally, k, w);
    if (rate === undefined) return;
    const lines = n[i] ?? 0;
    const key = look.batches.of[i] ?? 0;
    const batch = batches.get(key) ?? { expected: 0, excess: 0 };
    batch.expected += rate * lines;
    batch.excess += Number(outcome[i] === outcomes.denied) * lines - rate * lines;
    batches.set(key, batch);
  });
  return [...batches.values()];
}

/** Guard G3 for rates: what is left without the batch that speaks loudest must still speak. */
export function rateSurvives(look: Look, tally: RateTally, position: number, finding: Finding & { variance: number }): boolean {
  const batches = batchesOfWindow(look, tally, position, finding.test.window);
  if (batches.length < 2) return false;
  const expected = batches.reduce((sum, batch) => sum + batch.expected, 0);
  const excess = batches.reduce((sum, batch) => sum + batch.excess, 0);
  const loudest = batches.reduce((most, batch) => (batch.excess * finding.direction > most.excess * finding.direction ? batch : most));
  const restExpected = expected - loudest.expected;
  const rest = excess - loudest.excess;
  const spread = Math.max(1.1 * restExpected, 1e-9) + finding.variance ** 2 * finding.moderation.t2;
  if ((rest / Math.sqrt(spread)) * finding.direction <= 1.64) return false;
  return rest / restExpected / (excess / expected) > 0.4;
}
