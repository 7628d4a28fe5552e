import { ageHistograms, type AgeHistograms } from "../look/age-histograms.ts";
import type { Look } from "../look/prepare-look.ts";
import { mannWhitney } from "../score/ranks.ts";
import { windowT2 } from "../score/over-dispersion.ts";
import { allWindows } from "../windows.ts";
import { groupsOf, type Finding, type ShownEffect, type WindowTest } from "./signal.ts";

/** Over-dispersion of completed ages between fortnights; not learnt, because a remittance feed hides what is open. */
export const ageTau2 = 0.01;

type Shape = { n: number; mean: number; variance: number; median: number };

function shapeOf(histogram: ArrayLike<number>): Shape {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let age = 0; age < histogram.length; age++) {
    const count = histogram[age] ?? 0;
    n += count;
    sum += count * age;
    squares += count * age * age;
  }
  const mean = n > 0 ? sum / n : 0;
  let passed = 0;
  let median = 0;
  while (median < histogram.length - 1 && (passed += histogram[median] ?? 0) * 2 < n) median += 1;
  return { n, mean, variance: n > 1 ? Math.max(0, squares - n * mean * mean) / (n - 1) : 0, median };
}

/** Histograms of every segment, a payer holding those of its groups. */
export function ageSegments(look: Look): AgeHistograms[][] {
  const own = look.segments.map((segment) => (segment.group === -1 ? undefined : ageHistograms(look, segment)));
  return look.segments.map((_, position) =>
    groupsOf(look.segments, position).flatMap((member) => {
      const histograms = own[member];
      return histograms === undefined ? [] : [histograms];
    }),
  );
}

/** Baseline ages at the current mix of groups beside the current ages, both pooled over the groups that are in both. */
function remixed(groups: readonly AgeHistograms[], w: number): { before: Shape; after: Shape; lines0: number } {
  const length = groups[0]?.base.length ?? 0;
  const before = new Float64Array(length);
  const after = new Float64Array(length);
  let lines0 = 0;
  for (const { base, windows } of groups) {
    const now = windows[w];
    const n0 = base.reduce((sum, n) => sum + n, 0);
    const n1 = now?.reduce((sum, n) => sum + n, 0) ?? 0;
    if (n0 === 0 || n1 === 0 || now === undefined) continue;
    lines0 += n0;
    for (let age = 0; age < length; age++) {
      before[age] = (before[age] ?? 0) + ((base[age] ?? 0) * n1) / n0;
      after[age] = (after[age] ?? 0) + (now[age] ?? 0);
    }
  }
  return { before: shapeOf(before), after: shapeOf(after), lines0 };
}

function testOf(groups: readonly AgeHistograms[], window: number, w: number): WindowTest | undefined {
  const { before, after, lines0 } = remixed(groups, w);
  if (after.n < 10 || lines0 < 30 || before.variance <= 0) return undefined;
  const { z } = mannWhitney(groups.map(({ base, windows }) => ({ before: base, after: windows[w] ?? base })));
  const variance = (before.variance / lines0 + Math.max(after.variance, 1e-9) / after.n) / before.variance;
  return {
    window,
    statistic: { z },
    sign: 1,
    variance,
    common: { theta: (after.mean - before.mean) / Math.sqrt(before.variance), variance },
    value0: before.median,
    value1: after.median,
    effect: after.median - before.median,
    n0: lines0,
    n1: after.n,
  };
}

/** Tests on the ages of decided lines, for feeds that show a line only when it is decided. */
export function ageTests(groups: readonly AgeHistograms[]): WindowTest[] {
  return allWindows.flatMap((window, w) => {
    const test = testOf(groups, window, w);
    return test === undefined ? [] : [test];
  });
}

/** Guard G3: the later ages survive without the most influential week. */
export function agesSurvive(groups: readonly AgeHistograms[], { test, moderation, direction }: Finding): boolean {
  const weeks = test.window / 7;
  if (weeks < 2) return false;
  const shapes = groups.map(({ base }) => shapeOf(base));
  const byWeek = Array.from({ length: weeks }, (_, week) => {
    const now = groups.map((group) => group.weeks[week] ?? { n: 0, days: 0 });
    const n = now.reduce((sum, one) => sum + one.n, 0);
    return { n, later: direction * now.reduce((sum, one, g) => sum + one.days - one.n * (shapes[g]?.mean ?? 0), 0) };
  });
  const largest = byWeek.reduce((most, week) => (week.later > most.later ? week : most));
  const n = byWeek.reduce((sum, week) => sum + week.n, 0);
  const later = byWeek.reduce((sum, week) => sum + week.later, 0);
  const rest = later - largest.later;
  const restLines = n - largest.n;
  const variance = Math.max(...shapes.map((shape) => shape.variance));
  const z = rest / Math.sqrt(restLines * variance + restLines ** 2 * variance * moderation.t2 + 1e-9);
  return z > 1.64 && rest / restLines > (0.4 * later) / n;
}

export function ageInterval(
  groups: readonly AgeHistograms[],
  { test, moderation }: Omit<Finding, "z" | "direction">,
  z: number,
): ShownEffect {
  const { before } = remixed(
    groups,
    allWindows.findIndex((days) => days === test.window),
  );
  const half = z * Math.sqrt((test.variance + moderation.t2 + moderation.commonSe ** 2) * before.variance);
  return { effect: test.effect, lo: test.effect - half, hi: test.effect + half };
}

/** Smallest later decision, in days, that 28 days of completed ages would show. */
export function smallestAgeChange(groups: readonly AgeHistograms[], z: number, baseDays: number): number | undefined {
  const window = 28;
  const test = testOf(
    groups,
    window,
    allWindows.findIndex((days) => days === window),
  );
  if (test === undefined) return undefined;
  const { before } = remixed(
    groups,
    allWindows.findIndex((days) => days === window),
  );
  return z * Math.sqrt((test.variance + windowT2(ageTau2, window, baseDays)) * before.variance);
}
