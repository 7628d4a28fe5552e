import type { RiskTable } from "../score/survival.ts";
import { chunkDays, windowWeeks } from "../windows.ts";
import { outcomes, type Segment } from "./cells.ts";
import type { Clock } from "./clocks.ts";
import { baseOf, decisionRange, type Look } from "./prepare-look.ts";

/** Ages in ticks that are followed. */
export const followedAges = 84;
const lookBackDays = 120;

/** Lines at risk of a decision by age: over the segment's own baseline, the chunks of that, and each of the last weeks (newest first). */
export type RiskTables = { base: RiskTable; chunks: RiskTable[]; weeks: RiskTable[] };

type Interval = { from: number; to: number; first: number; last: number; steps: Float64Array; events: Float64Array };

function interval(clock: Clock, from: number, to: number): Interval {
  const cells = () => new Float64Array(followedAges + 1);
  return { from, to, first: clock.ticksBefore(from), last: clock.ticksBefore(to), steps: cells(), events: cells() };
}

/** `n` lines submitted on `start` and decided on `end` (Infinity: not yet); `born` is their first tick. */
type Span = { start: number; born: number; end: number; decidedAt: number; isEvent: boolean; n: number };

function addSpan(into: Interval, span: Span): void {
  if (span.start >= into.to || span.end < into.from || span.start < into.from - lookBackDays) return;
  const inside = span.end < into.to;
  const low = Math.max(into.first, span.born) - span.born;
  const high = inside ? span.decidedAt - span.born : into.last - 1 - span.born;
  if (high < low || low >= followedAges) return;
  const stop = Math.min(high, followedAges - 1) + 1;
  into.steps[low] = (into.steps[low] ?? 0) + span.n;
  into.steps[stop] = (into.steps[stop] ?? 0) - span.n;
  if (inside && span.isEvent && high < followedAges) into.events[high] = (into.events[high] ?? 0) + span.n;
}

type Intervals = { base: Interval; chunks: Interval[]; weeks: Interval[]; base0: number; base1: number; watermark: number };

function intervalsOf(look: Look, clock: Clock, began: number): Intervals {
  const { to } = look.base;
  const chunks = Array.from({ length: Math.floor((to - began) / chunkDays) }, (_, c) =>
    interval(clock, began + c * chunkDays, began + (c + 1) * chunkDays),
  );
  const weeks = Array.from({ length: windowWeeks }, (_, j) => interval(clock, look.watermark - 7 * (j + 1), look.watermark - 7 * j));
  return { base: interval(clock, began, to), chunks, weeks, base0: began, base1: to, watermark: look.watermark };
}

function addEverywhere(into: Intervals, span: Span): void {
  addSpan(into.base, span);
  const firstChunk = Math.max(0, Math.floor((span.start - into.base0) / chunkDays));
  const lastChunk = Math.min(into.chunks.length - 1, Math.floor((span.end - into.base0) / chunkDays));
  for (let c = firstChunk; c <= lastChunk; c++) addSpan(into.chunks[c] as Interval, span);
  const oldest = Math.min(windowWeeks - 1, Math.floor((into.watermark - 1 - span.start) / 7));
  const newest = Math.max(0, Math.floor((into.watermark - 1 - span.end) / 7));
  for (let week = newest; week <= oldest; week++) addSpan(into.weeks[week] as Interval, span);
}

function tableOf({ steps, events }: Interval): RiskTable {
  const atRisk = new Float64Array(followedAges);
  let standing = 0;
  for (let age = 0; age < followedAges; age++) {
    standing += steps[age] ?? 0;
    atRisk[age] = standing;
  }
  return { atRisk, events: events.subarray(0, followedAges) };
}

/** Undecided lines by submission day: what was submitted less what is known to be decided. */
function undecidedLines(look: Look, stratum: number, from: number): Float64Array {
  const lines = new Float64Array(Math.max(0, look.watermark - from));
  const { start, day, n } = look.cells.submissions;
  const end = start[stratum + 1] ?? 0;
  for (let i = start[stratum] ?? 0; i < end; i++) {
    const at = (day[i] ?? 0) - from;
    if (at >= 0 && at < lines.length) lines[at] = (lines[at] ?? 0) + (n[i] ?? 0);
  }
  return lines;
}

function addStratum(look: Look, stratum: number, clock: Clock, into: Intervals): void {
  const { day, age, outcome, known, n } = look.cells.decisions;
  const from = look.base.from - lookBackDays;
  const undecided = undecidedLines(look, stratum, from);
  const { begin, end } = decisionRange(look, stratum, from, look.watermark);
  for (let i = begin; i < end; i++) {
    if ((known[i] ?? 0) > look.asOf) continue;
    const decided = day[i] ?? 0;
    const start = decided - (age[i] ?? 0);
    const lines = n[i] ?? 0;
    const at = start - from;
    if (at >= 0) undecided[at] = (undecided[at] ?? 0) - lines;
    if (decided < look.base.from) continue;
    const isEvent = outcome[i] !== outcomes.other;
    addEverywhere(into, {
      start,
      born: clock.ticksBefore(start + 1),
      end: decided,
      decidedAt: clock.ticksBefore(decided),
      isEvent,
      n: lines,
    });
  }
  for (let at = 0; at < undecided.length; at++) {
    const lines = undecided[at] ?? 0;
    const start = from + at;
    if (lines > 0)
      addEverywhere(into, { start, born: clock.ticksBefore(start + 1), end: Infinity, decidedAt: Infinity, isEvent: false, n: lines });
  }
}

/** Risk tables of one payer and CPT group, undecided lines included. */
export function riskTables(look: Look, segment: Segment, clock: Clock): RiskTables {
  const into = intervalsOf(look, clock, baseOf(look, segment).from);
  for (let stratum = segment.from; stratum < segment.to; stratum++) addStratum(look, stratum, clock, into);
  return { base: tableOf(into.base), chunks: into.chunks.map(tableOf), weeks: into.weeks.map(tableOf) };
}
