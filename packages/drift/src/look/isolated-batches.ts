import type { Batches } from "./batches.ts";
import { outcomes, type DriftCells } from "./cells.ts";
import { firstFrom } from "./day-range.ts";

/** One batch that differs from its neighbours as a faulty file does: denied share beyond expectation. */
export type IsolatedBatch = { batch: number; payer: number; lines: number; excess: number };

type Tally = { n: Float64Array; deviation: Float64Array; variance: Float64Array };
type Days = { from: number; to: number; asOf: number };

const enoughLines = 200;
const neighbourLines = 3;

function tallyPayer(cells: DriftCells, strata: { from: number; to: number }, days: Days, batches: Batches): Tally & { total: number } {
  const { start, day, outcome, known, n } = cells.decisions;
  const tally = {
    n: new Float64Array(batches.count),
    deviation: new Float64Array(batches.count),
    variance: new Float64Array(batches.count),
    total: 0,
  };
  for (let k = strata.from; k < strata.to; k++) {
    const end = firstFrom(day, start[k] ?? 0, start[k + 1] ?? 0, days.to);
    const begin = firstFrom(day, start[k] ?? 0, end, days.from);
    let lines = 0;
    let denied = 0;
    for (let i = begin; i < end; i++) {
      if ((known[i] ?? 0) > days.asOf || outcome[i] === outcomes.other) continue;
      lines += n[i] ?? 0;
      if (outcome[i] === outcomes.denied) denied += n[i] ?? 0;
    }
    const rate = lines > 0 ? denied / lines : 0;
    tally.total += lines;
    for (let i = begin; i < end; i++) {
      if ((known[i] ?? 0) > days.asOf || outcome[i] === outcomes.other) continue;
      const batch = batches.of[i] ?? 0;
      const count = n[i] ?? 0;
      tally.n[batch] = (tally.n[batch] ?? 0) + count;
      tally.deviation[batch] = (tally.deviation[batch] ?? 0) + count * (Number(outcome[i] === outcomes.denied) - rate);
      tally.variance[batch] = (tally.variance[batch] ?? 0) + count * rate * (1 - rate);
    }
  }
  return tally;
}

function spread(variance: number): number {
  return variance * (1 + 0.02 * variance) + 0.25;
}

function movesAlong(tally: Tally, filled: readonly number[], at: number, direction: number): boolean {
  const around = [filled[at - 2], filled[at - 1], filled[at + 1], filled[at + 2]];
  let deviation = 0;
  let variance = 0;
  for (const batch of around) {
    if (batch === undefined) continue;
    deviation += tally.deviation[batch] ?? 0;
    variance += spread(tally.variance[batch] ?? 0);
  }
  return variance > 0 && (deviation / Math.sqrt(variance)) * direction >= 2;
}

/** Batches of one payer whose denials stand alone between normal neighbours; the newest is never among them. */
export function isolatedBatches(
  cells: DriftCells,
  payerStrata: { payer: number; from: number; to: number },
  days: Days,
  batches: Batches,
): IsolatedBatch[] {
  const tally = tallyPayer(cells, payerStrata, days, batches);
  if (tally.total < enoughLines) return [];
  const filled = Array.from(tally.n.keys()).filter((batch) => (tally.n[batch] ?? 0) >= neighbourLines);
  return filled.flatMap((batch, at) => {
    const lines = tally.n[batch] ?? 0;
    const excess = (tally.deviation[batch] ?? 0) / lines;
    const z = (tally.deviation[batch] ?? 0) / Math.sqrt(spread(tally.variance[batch] ?? 0));
    const isBad = Math.abs(z) > 4.5 && Math.abs(excess) >= 0.15 && at < filled.length - 1 && !movesAlong(tally, filled, at, Math.sign(z));
    return isBad ? [{ batch, payer: payerStrata.payer, lines, excess }] : [];
  });
}
