import { chunkDays, allWindows } from "../windows.ts";
import { baseOf, type Look } from "../look/prepare-look.ts";
import type { RateTally } from "../look/rate-tally.ts";
import { addRateSums, addStratum, emptyRateSums, type RateSums } from "../score/stratified.ts";
import type { Incidence } from "../score/timing-guard.ts";
import { groupsOf, type Dispersion } from "./signal.ts";

/** Sums of one segment and window, and the events that the submitted lines should have produced. */
export type SegmentRates = { sums: RateSums; due: Incidence };

function strataRates(look: Look, tally: RateTally, position: number, w: number): SegmentRates {
  const rates: SegmentRates = { sums: emptyRateSums(), due: { observed: 0, expected: 0, variance: 0 } };
  const segment = look.segments[position];
  for (let k = segment?.from ?? 0; k < (segment?.to ?? 0); k++) {
    const at = k * allWindows.length + w;
    const x1 = tally.x1[at] ?? 0;
    addStratum(rates.sums, { x0: tally.x0[at] ?? 0, n0: tally.n0[at] ?? 0, x1, n1: tally.n1[at] ?? 0 });
    rates.due.observed += x1;
    rates.due.expected += tally.due[at] ?? 0;
    rates.due.variance += tally.dueVariance[at] ?? 0;
  }
  return rates;
}

/** Sums of every segment by window; a payer is the sum of its groups. */
export function sumRates(look: Look, tally: RateTally): SegmentRates[][] {
  const byGroup = look.segments.map(({ group }, position) =>
    group === -1 ? [] : allWindows.map((_, w) => strataRates(look, tally, position, w)),
  );
  return look.segments.map(({ group }, position) => {
    if (group !== -1) return byGroup[position] ?? [];
    const groups = groupsOf(look.segments, position);
    return allWindows.map((_, w) => {
      const whole: SegmentRates = { sums: emptyRateSums(), due: { observed: 0, expected: 0, variance: 0 } };
      for (const member of groups) {
        const part = byGroup[member]?.[w];
        if (part === undefined) continue;
        addRateSums(whole.sums, part.sums);
        whole.due.observed += part.due.observed;
        whole.due.expected += part.due.expected;
        whole.due.variance += part.due.variance;
      }
      return whole;
    });
  });
}

/** How the raw rate of a group wandered over the chunks of its own baseline. */
export function rateDispersion(look: Look, tally: RateTally, position: number): Dispersion {
  const chunks = Math.floor((look.base.to - look.base.from) / chunkDays);
  const lines = new Float64Array(chunks);
  const events = new Float64Array(chunks);
  const segment = look.segments[position];
  for (let k = segment?.from ?? 0; k < (segment?.to ?? 0); k++) {
    for (let chunk = 0; chunk < chunks; chunk++) {
      lines[chunk] = (lines[chunk] ?? 0) + (tally.chunkLines[k * chunks + chunk] ?? 0);
      events[chunk] = (events[chunk] ?? 0) + (tally.chunkEvents[k * chunks + chunk] ?? 0);
    }
  }
  const own = segment === undefined ? 0 : Math.floor((baseOf(look, segment).from - look.base.from) / chunkDays);
  const total = lines.reduce((sum, n) => sum + n, 0);
  const rate = total > 0 ? events.reduce((sum, n) => sum + n, 0) / total : 0;
  return {
    deviation: events.map((count, chunk) => count - (lines[chunk] ?? 0) * rate).subarray(own),
    information: lines.map((count) => count * rate * (1 - rate)).subarray(own),
  };
}
