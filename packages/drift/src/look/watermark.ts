import type { DriftCells } from "./cells.ts";

/** Days on which facts became known, ascending, each with the last day decided among all facts known by then. */
export type KnownTimeline = { known: readonly number[]; lastDecided: readonly number[] };

const sparseShare = 0.1;

/** The last decided day after which a week still holds a tenth of the usual volume; a stray late date is no feed. */
function lastBusyDay(cells: DriftCells): number {
  const days = Math.max(1, cells.lastDecision - cells.firstDecision + 1);
  const byDay = new Float64Array(days + 7);
  let total = 0;
  cells.decisions.day.forEach((day, i) => {
    const n = cells.decisions.n[i] ?? 0;
    const at = day - cells.firstDecision + 7;
    byDay[at] = (byDay[at] ?? 0) + n;
    total += n;
  });
  const usual = (total / days) * 7;
  for (let at = days + 6; at >= 7; at--) {
    let week = 0;
    for (let back = 0; back < 7; back++) week += byDay[at - back] ?? 0;
    if ((byDay[at] ?? 0) > 0 && week >= sparseShare * usual) return cells.firstDecision + at - 7;
  }
  return cells.lastDecision;
}

export function knownTimeline(cells: DriftCells): KnownTimeline {
  const busy = lastBusyDay(cells);
  const lastBy = new Map<number, number>();
  cells.decisions.day.forEach((day, i) => {
    if (day > busy) return;
    const known = cells.decisions.known[i] ?? day;
    lastBy.set(known, Math.max(lastBy.get(known) ?? -Infinity, day));
  });
  const known = [...lastBy.keys()].sort((a, b) => a - b);
  let last = -Infinity;
  const lastDecided = known.map((day) => (last = Math.max(last, lastBy.get(day) ?? -Infinity)));
  return { known, lastDecided };
}

/** The day before which decisions are complete in what was known on `asOf`; undefined without any decision. */
export function watermarkOf({ known, lastDecided }: KnownTimeline, asOf: number): number | undefined {
  let watermark: number | undefined;
  known.forEach((day, i) => {
    if (day <= asOf) watermark = Math.min(day, 1 + (lastDecided[i] ?? 0));
  });
  return watermark;
}

/** The first day on which decisions up to `watermark` were complete. */
export function knownWhen({ known, lastDecided }: KnownTimeline, watermark: number): number {
  const at = known.findIndex((day, i) => Math.min(day, 1 + (lastDecided[i] ?? 0)) >= watermark);
  return known[at] ?? watermark;
}
