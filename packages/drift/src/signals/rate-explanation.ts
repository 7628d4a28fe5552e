import { outcomes } from "../look/cells.ts";
import { baseOf, type Look } from "../look/prepare-look.ts";
import type { RateTally } from "../look/rate-tally.ts";
import { kitagawa } from "../score/decomposition.ts";
import { allWindows } from "../windows.ts";
import { comparedRate, visitCurrent } from "./rate-guards.ts";
import type { Explanation, Finding, Slice } from "./signal.ts";

type Part = { excess: number; lines: number };

const enoughLines = 5;
const explainedShare = 0.8;
const neededGain = 0.2;
const mostSlices = 3;

type Dimension = { name: Slice["dimension"]; parts: Map<string, Part>; total: Part };

function addPart(parts: Map<string, Part>, key: string, excess: number, lines: number): void {
  const part = parts.get(key) ?? { excess: 0, lines: 0 };
  part.excess += excess;
  part.lines += lines;
  parts.set(key, part);
}

/** Values in falling order of their excess until they hold 80 % of it; their gain is that share less their volume. */
function smallestPrefix({ name, parts, total }: Dimension, direction: number): { slices: Slice[]; gain: number } {
  const named = [...parts].filter(([, part]) => part.lines >= enoughLines);
  named.sort((a, b) => (b[1].excess - a[1].excess) * direction || (a[0] < b[0] ? -1 : 1));
  const slices: Slice[] = [];
  let share = 0;
  let volume = 0;
  for (const [value, part] of named.slice(0, mostSlices)) {
    slices.push({ dimension: name, value, share: part.excess / total.excess, volume: part.lines / total.lines });
    share += part.excess / total.excess;
    volume += part.lines / total.lines;
    if (share >= explainedShare) return { slices, gain: share - volume };
  }
  return { slices: [], gain: 0 };
}

function reasonPart(look: Look, decision: number): string {
  const reason = look.cells.decisions.reason[decision] ?? -1;
  return look.cells.reasons[reason] ?? "";
}

function dimensionsOf(look: Look, tally: RateTally, position: number, window: number): { byCpt: Dimension; byReason: Dimension } {
  const w = allWindows.findIndex((days) => days === window);
  const { n, outcome } = look.cells.decisions;
  const total = { excess: 0, lines: 0 };
  const byCpt = new Map<string, Part>();
  const byReason = new Map<string, Part>();
  let denials = 0;
  visitCurrent(look, position, window, (i, k) => {
    const rate = comparedRate(tally, k, w);
    if (rate === undefined) return;
    const lines = n[i] ?? 0;
    const isDenied = outcome[i] === outcomes.denied;
    const excess = (Number(isDenied) - rate) * lines;
    total.excess += excess;
    total.lines += lines;
    addPart(byCpt, look.cells.strata[k]?.cpt ?? "", excess, lines);
    if (!isDenied) return;
    denials += lines;
    addPart(byReason, reasonPart(look, i), lines, lines);
  });
  return {
    byCpt: { name: "cpt", parts: byCpt, total },
    byReason: { name: "reason", parts: byReason, total: { excess: total.excess, lines: denials } },
  };
}

/** Expected denials by reason, from the baseline's shares, are taken off so that only the excess is left. */
function reasonExcess(look: Look, position: number, byReason: Dimension, expected: number): void {
  const segment = look.segments[position];
  const { start, day, known, outcome, n } = look.cells.decisions;
  const { from } = segment === undefined ? look.base : baseOf(look, segment);
  const before = new Map<string, number>();
  let total = 0;
  for (let i = start[segment?.from ?? 0] ?? 0; i < (start[segment?.to ?? 0] ?? 0); i++) {
    const isBaseline = (day[i] ?? 0) >= from && (day[i] ?? 0) < look.base.to && (known[i] ?? 0) <= look.asOf;
    if (!isBaseline || outcome[i] !== outcomes.denied || look.excluded[i] === 1) continue;
    before.set(reasonPart(look, i), (before.get(reasonPart(look, i)) ?? 0) + (n[i] ?? 0));
    total += n[i] ?? 0;
  }
  for (const [reason, count] of before) if (total > 0) addPart(byReason.parts, reason, (-expected * count) / total, 0);
}

function splitOf(look: Look, tally: RateTally, position: number, window: number): { behaviour: number; mix: number } {
  const w = allWindows.findIndex((days) => days === window);
  const segment = look.segments[position];
  const strata = Array.from({ length: (segment?.to ?? 0) - (segment?.from ?? 0) }, (_, offset) => (segment?.from ?? 0) + offset);
  const side = (lines: Float64Array, events: Float64Array) => {
    const volume = strata.map((k) => lines[k * allWindows.length + w] ?? 0);
    const rate = strata.map((k, i) => ((volume[i] ?? 0) > 0 ? (events[k * allWindows.length + w] ?? 0) / (volume[i] ?? 1) : undefined));
    return { volume, rate };
  };
  const { rate, mix } = kitagawa(side(tally.n0, tally.x0), side(tally.n1, tally.x1));
  return { behaviour: rate, mix };
}

/** Which procedures or reasons hold the change, and how much of it is mix. */
export function explainRate(look: Look, tally: RateTally, position: number, finding: Finding): Explanation {
  const { window } = finding.test;
  const { byCpt, byReason } = dimensionsOf(look, tally, position, window);
  const reasons = [...byReason.parts].map(([code, part]) => ({ code, n: part.lines, of: byReason.total.lines }));
  reasons.sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1));
  reasonExcess(look, position, byReason, byReason.total.lines - byReason.total.excess);
  const candidates = [byCpt, byReason].map((dimension) => smallestPrefix(dimension, finding.direction));
  const best = candidates.reduce((most, one) => (one.gain > most.gain ? one : most));
  return {
    slices: best.gain >= neededGain ? best.slices : [],
    split: splitOf(look, tally, position, window),
    reasons: reasons.filter(({ code }) => code !== "").slice(0, mostSlices),
  };
}
