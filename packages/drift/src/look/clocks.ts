import type { Segment } from "./cells.ts";
import { decisionRange, type Look } from "./prepare-look.ts";

/** Ticks before a day on a payer's clock; `tickDays` calendar days pass in one tick on average. */
export type Clock = { ticksBefore: (day: number) => number; tickDays: number };

const lookBackDays = 121;
const weeklyShare = 0.6;
const weeklyLines = 100;

const daily: Clock = { ticksBefore: (day) => day, tickDays: 1 };

function decidedLines(look: Look, payer: Segment, from: number): Float64Array {
  const { day, known, n } = look.cells.decisions;
  const lines = new Float64Array(look.watermark - from);
  for (let k = payer.from; k < payer.to; k++) {
    const { begin, end } = decisionRange(look, k, from, look.watermark);
    for (let i = begin; i < end; i++) {
      if ((known[i] ?? 0) <= look.asOf) lines[(day[i] ?? 0) - from] = (lines[(day[i] ?? 0) - from] ?? 0) + (n[i] ?? 0);
    }
  }
  return lines;
}

/**
 * A payer that decides mostly on one weekday ticks once a day on which it decided anything, so that a missing
 * Tuesday is one tick and not seven days; all others tick daily.
 */
export function decisionClock(look: Look, payer: Segment): Clock {
  const from = look.base.from - lookBackDays;
  const lines = decidedLines(look, payer, from);
  const weekdays = new Float64Array(7);
  let total = 0;
  for (let at = lookBackDays; at < lines.length; at++) {
    weekdays[at % 7] = (weekdays[at % 7] ?? 0) + (lines[at] ?? 0);
    total += lines[at] ?? 0;
  }
  if (total < weeklyLines || Math.max(...weekdays) < weeklyShare * total) return daily;
  const ticks = new Int32Array(lines.length + 1);
  lines.forEach((count, at) => (ticks[at + 1] = (ticks[at] ?? 0) + Number(count > 0)));
  const last = lines.length;
  const ticksBefore = (day: number) => ticks[Math.min(last, Math.max(0, day - from))] ?? 0;
  const inLook = ticksBefore(look.watermark) - ticksBefore(look.base.from);
  return { ticksBefore, tickDays: (look.watermark - look.base.from) / Math.max(1, inLook) };
}
