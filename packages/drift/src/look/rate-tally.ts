import { maturityWeight, weightedBaseline, type DecisionsByAge, type TwoWindows } from "../score/completion.ts";
import { allWindows, chunkDays, windowWeeks } from "../windows.ts";
import { outcomes } from "./cells.ts";
import { decisionRange, type Look } from "./prepare-look.ts";
import { submittedDays } from "./submitted-days.ts";

/**
 * Counts of one look by stratum and window (entry stratum × windows + window): current lines and events, baseline
 * lines and events at their effective size, and the events that the submitted lines should have produced by now.
 */
export type RateTally = {
  n1: Float64Array;
  x1: Float64Array;
  n0: Float64Array;
  x0: Float64Array;
  due: Float64Array;
  dueVariance: Float64Array;
  /** Raw baseline lines and events by stratum, and by 14-day chunk (entry stratum × chunks + chunk). */
  base: Float64Array;
  baseEvents: Float64Array;
  chunks: number;
  chunkLines: Float64Array;
  chunkEvents: Float64Array;
  /** Paid baseline lines with an allowed amount by stratum: count, cents, and sum of cents² / lines of a cell. */
  paid: Float64Array;
  paidCents: Float64Array;
  paidSquares: Float64Array;
  paidCells: Float64Array;
};

type AgeScratch = { decided: Float64Array; events: Float64Array };

function emptyTally(strata: number, chunks: number): RateTally {
  const perWindow = () => new Float64Array(strata * allWindows.length);
  const perStratum = () => new Float64Array(strata);
  return {
    n1: perWindow(),
    x1: perWindow(),
    n0: perWindow(),
    x0: perWindow(),
    due: perWindow(),
    dueVariance: perWindow(),
    base: perStratum(),
    baseEvents: perStratum(),
    chunks,
    chunkLines: new Float64Array(strata * chunks),
    chunkEvents: new Float64Array(strata * chunks),
    paid: perStratum(),
    paidCents: perStratum(),
    paidSquares: perStratum(),
    paidCells: perStratum(),
  };
}

function add(into: Float64Array, at: number, value: number): void {
  into[at] = (into[at] ?? 0) + value;
}

function tallyBaseline(look: Look, tally: RateTally, k: number, scratch: AgeScratch): DecisionsByAge {
  const { age, outcome, known, n, day, allowedCents } = look.cells.decisions;
  const { begin, end } = decisionRange(look, k, look.baseFrom[k] ?? look.base.to, look.base.to);
  const ages: number[] = [];
  for (let i = begin; i < end; i++) {
    if ((known[i] ?? 0) > look.asOf || outcome[i] === outcomes.other || look.excluded[i] === 1) continue;
    const lines = n[i] ?? 0;
    const slot = Math.max(0, age[i] ?? 0);
    const chunk = k * tally.chunks + Math.floor(((day[i] ?? 0) - look.base.from) / chunkDays);
    if ((scratch.decided[slot] ?? 0) === 0) ages.push(slot);
    add(scratch.decided, slot, lines);
    add(tally.base, k, lines);
    add(tally.chunkLines, chunk, lines);
    if (outcome[i] === outcomes.denied) {
      add(scratch.events, slot, lines);
      add(tally.baseEvents, k, lines);
      add(tally.chunkEvents, chunk, lines);
    } else if ((allowedCents[i] ?? 0) > 0) {
      const cents = allowedCents[i] ?? 0;
      add(tally.paid, k, lines);
      add(tally.paidCents, k, cents);
      add(tally.paidSquares, k, (cents * cents) / lines);
      add(tally.paidCells, k, 1);
    }
  }
  ages.sort((a, b) => a - b);
  const by = { ages, decided: ages.map((slot) => scratch.decided[slot] ?? 0), events: ages.map((slot) => scratch.events[slot] ?? 0) };
  for (const slot of ages) {
    scratch.decided[slot] = 0;
    scratch.events[slot] = 0;
  }
  return by;
}

function tallyCurrent(look: Look, tally: RateTally, k: number): void {
  const { outcome, known, n, day } = look.cells.decisions;
  const { begin, end } = decisionRange(look, k, look.watermark - 7 * windowWeeks, look.watermark);
  for (let i = begin; i < end; i++) {
    if ((known[i] ?? 0) > look.asOf || outcome[i] === outcomes.other || look.excluded[i] === 1) continue;
    const back = look.watermark - (day[i] ?? 0);
    for (let w = allWindows.length - 1; w >= 0 && back <= (allWindows[w] ?? 0); w--) {
      add(tally.n1, k * allWindows.length + w, n[i] ?? 0);
      if (outcome[i] === outcomes.denied) add(tally.x1, k * allWindows.length + w, n[i] ?? 0);
    }
  }
}

function weighBaseline(look: Look, tally: RateTally, k: number, by: DecisionsByAge): void {
  const submitted = submittedDays(look.cells, k, look.watermark);
  const { to } = look.base;
  const from = look.baseFrom[k] ?? to;
  if (from >= to) return;
  allWindows.forEach((days, w) => {
    const windows: TwoWindows = { base: [from, to], current: [look.watermark - days, look.watermark] };
    const constant = days / (to - from);
    const sums = weightedBaseline(by, (age) => (look.mode === "remittance" ? constant : maturityWeight(submitted, age, windows)));
    if (sums.decidedSquares <= 0) return;
    const at = k * allWindows.length + w;
    const effective = (sums.decided * sums.decided) / sums.decidedSquares;
    tally.n0[at] = effective;
    tally.x0[at] = (sums.events / sums.decided) * effective;
    tally.due[at] = sums.events;
    tally.dueVariance[at] = sums.eventSquares;
  });
}

/** One pass over the decisions of the look's baseline and windows. */
export function tallyRates(look: Look): RateTally {
  const chunks = Math.floor((look.base.to - look.base.from) / chunkDays);
  const tally = emptyTally(look.cells.strata.length, chunks);
  const longest = look.cells.decisions.age.reduce((most, age) => Math.max(most, age), 0);
  const scratch = { decided: new Float64Array(longest + 1), events: new Float64Array(longest + 1) };
  for (const { group, from, to } of look.segments) {
    if (group !== -1) continue;
    for (let k = from; k < to; k++) {
      const by = tallyBaseline(look, tally, k, scratch);
      tallyCurrent(look, tally, k);
      weighBaseline(look, tally, k, by);
    }
  }
  return tally;
}
