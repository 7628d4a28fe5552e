import { rollingBaseline, type Baseline } from "../windows.ts";
import type { DriftCells, Segment, SubmissionColumns } from "./cells.ts";

const establishedLines = 10;
/** First decisions after a beginning lack the slow ones. */
const settlingDays = 35;
/** Settling, the shortest baseline, and the longest window. */
const establishedDays = settlingDays + 168;

/** Day on which a CPT group of a payer had its tenth line, by stratum: one stray line is no beginning. */
export function groupBeginnings({ start, day, n }: SubmissionColumns, segments: readonly Segment[], strata: number): Int32Array {
  const began = new Int32Array(strata);
  for (const { group, from, to } of segments) {
    if (group === -1) continue;
    const first: [day: number, n: number][] = [];
    for (let k = from; k < to; k++) {
      let lines = 0;
      for (let i = start[k] ?? 0; i < (start[k + 1] ?? 0) && lines < establishedLines; i++) {
        first.push([day[i] ?? 0, n[i] ?? 0]);
        lines += n[i] ?? 0;
      }
    }
    first.sort((a, b) => a[0] - b[0]);
    let lines = 0;
    const tenth = first.find(([, count]) => (lines += count) >= establishedLines);
    began.fill(tenth?.[0] ?? 2 ** 31 - 1, from, to);
  }
  return began;
}

/** Rolling baseline of one segment in the look at `watermark`; the customer's where the segment has none. */
export function segmentBaseline(cells: DriftCells, { from, to }: Pick<Segment, "from" | "to">, watermark: number): Baseline {
  const base = rollingBaseline(watermark, cells.historyStart);
  const starts = baseStarts(cells, base).subarray(from, to);
  const first = starts.reduce((least, day) => Math.min(least, day), base.to);
  return first < base.to ? { from: first, to: base.to } : base;
}

/**
 * First baseline day of each stratum, the end of the baseline where it has none yet. A group that the customer began to
 * bill later than everything else has a baseline of its own age: before that its slow decisions would look like drift.
 */
export function baseStarts({ began, historyStart }: DriftCells, base: Baseline): Int32Array {
  const watermark = base.to + 84;
  const latest = Math.max(watermark - establishedDays, historyStart + settlingDays);
  return began.map((day) => (day > latest ? base.to : Math.max(base.from, rollingBaseline(watermark, day).from)));
}
