import { rollingBaseline, type Baseline } from "../windows.ts";
import { baseStarts } from "./base-starts.ts";
import type { Batches } from "./batches.ts";
import type { DriftCells, Segment } from "./cells.ts";
import { firstFrom } from "./day-range.ts";
import type { FeedMode } from "./feed-mode.ts";
import { isolatedBatches, type IsolatedBatch } from "./isolated-batches.ts";

/** Everything one evaluation sees: the counts, the day it looks from, the baseline, and what is left out. */
export type Look = {
  cells: DriftCells;
  watermark: number;
  asOf: number;
  base: Baseline;
  /** First baseline day of each stratum; the end of the baseline where it has none yet. */
  baseFrom: Int32Array;
  mode: FeedMode;
  batches: Batches;
  /** Segments that are evaluated: all of the customer's, or those of one payer. */
  segments: readonly Segment[];
  isolated: readonly IsolatedBatch[];
  /** 1 for each decision that lies in an isolated batch of its payer. */
  excluded: Uint8Array;
};

export type LookInput = {
  cells: DriftCells;
  watermark: number;
  asOf: number;
  mode: FeedMode;
  batches: Batches;
  /** A baseline frozen earlier; without it the rolling one. */
  base?: Baseline | undefined;
  /** Only this payer's segments. */
  payer?: number | undefined;
};

function markExcluded({ cells, batches, segments, isolated }: Omit<Look, "excluded">): Uint8Array {
  const excluded = new Uint8Array(cells.decisions.day.length);
  const { start } = cells.decisions;
  for (const { batch, payer } of isolated) {
    const whole = segments.find((segment) => segment.payer === payer && segment.group === -1);
    const end = start[whole?.to ?? 0] ?? 0;
    for (let i = start[whole?.from ?? 0] ?? 0; i < end; i++) if (batches.of[i] === batch) excluded[i] = 1;
  }
  return excluded;
}

export function prepareLook({ cells, watermark, asOf, mode, batches, base, payer }: LookInput): Look {
  const segments = payer === undefined ? cells.segments : cells.segments.filter((segment) => segment.payer === payer);
  const baseline = base ?? rollingBaseline(watermark, cells.historyStart);
  const days = { from: baseline.from, to: watermark, asOf };
  const isolated = segments.filter(({ group }) => group === -1).flatMap((whole) => isolatedBatches(cells, whole, days, batches));
  const baseFrom = base === undefined ? baseStarts(cells, baseline) : new Int32Array(cells.strata.length).fill(base.from);
  const look = { cells, watermark, asOf, base: baseline, baseFrom, mode, batches, segments, isolated };
  return { ...look, excluded: markExcluded(look) };
}

/** Baseline of a segment: that of its oldest stratum. */
export function baseOf({ base, baseFrom }: Look, { from, to }: Pick<Segment, "from" | "to">): Baseline {
  return { from: baseFrom.subarray(from, to).reduce((first, day) => Math.min(first, day), base.to), to: base.to };
}

/** Positions [begin, end) of a stratum's decisions of days [from, to). */
export function decisionRange({ cells }: Look, stratum: number, from: number, to: number): { begin: number; end: number } {
  const { start, day } = cells.decisions;
  const end = firstFrom(day, start[stratum] ?? 0, start[stratum + 1] ?? 0, to);
  return { begin: firstFrom(day, start[stratum] ?? 0, end, from), end };
}
