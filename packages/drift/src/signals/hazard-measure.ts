import type { Look } from "../look/prepare-look.ts";
import { decisionClock, type Clock } from "../look/clocks.ts";
import { riskTables, type RiskTables } from "../look/risk-tables.ts";
import type { CountTest } from "../score/count-test.ts";
import { holidayWeeks } from "../score/holidays.ts";
import { hazards, keptWeeks, logrankPeriod, restrictedMean, slowness, type RiskTable } from "../score/survival.ts";
import { allWindows, windowWeeks } from "../windows.ts";
import type { Segment } from "../look/cells.ts";
import { groupsOf, type Dispersion, type Finding, type ShownEffect, type WindowTest } from "./signal.ts";

const leastExpected = 8;
const leastBaseline = 30;

/** A window of one group: all its weeks together with their log-rank sums, and the sums without the weeks of bank holidays. */
type GroupWindow = { all: RiskTable | undefined; whole: CountTest | undefined; kept: CountTest | undefined };

/** Tables of one payer's CPT group, its baseline hazard, and its windows in the order of `allWindows`. */
type GroupHazards = RiskTables & { hazard: Float64Array; windows: GroupWindow[] };

/** Tables of one segment: those of its groups, the pooled baseline hazard, and the clock of its payer. */
export type HazardSegment = { groups: GroupHazards[]; pooled: RiskTable; hazard: Float64Array; clock: Clock };

/** Mean days to a decision: `horizon` ticks are followed. */
type Horizon = { ticks: number; tickDays: number };

function horizonOf({ tickDays }: Clock): Horizon {
  return { ticks: tickDays > 3 ? 9 : 60, tickDays };
}

function meanDays(hazard: ArrayLike<number>, { ticks, tickDays }: Horizon, factor = 1): number {
  return (1 + restrictedMean(hazard, ticks, factor)) * tickDays;
}

function pool(tables: readonly RiskTable[]): RiskTable {
  const pooled = keptWeeks(tables, []);
  return pooled ?? { atRisk: new Float64Array(0), events: new Float64Array(0) };
}

function add(sum: RiskTable | undefined, weeks: readonly RiskTable[], leftOut: readonly boolean[]): RiskTable | undefined {
  return sum === undefined ? keptWeeks(weeks, leftOut) : keptWeeks([sum, ...weeks], [false, ...leftOut]);
}

/** Each window adds its weeks to those of the shorter one. */
function windowsOf({ base, weeks }: RiskTables, holidays: readonly boolean[]): GroupWindow[] {
  let all: RiskTable | undefined;
  let kept: RiskTable | undefined;
  let from = 0;
  return allWindows.map((days) => {
    const added = weeks.slice(from, days / 7);
    all = add(all, added, []);
    kept = add(kept, added, holidays.slice(from, days / 7));
    from = days / 7;
    return { all, whole: all && logrankPeriod(base, all), kept: kept && logrankPeriod(base, kept) };
  });
}

/** Tables of all segments of the look, a payer holding those of its groups. */
export function hazardSegments(look: Look): HazardSegment[] {
  const holidays = holidayWeeks(look.watermark, windowWeeks);
  const clocks = new Map<number, Clock>();
  for (const segment of look.segments) {
    if (segment.group === -1) clocks.set(segment.payer, decisionClock(look, segment));
  }
  const clockOf = ({ payer }: Segment): Clock => clocks.get(payer) ?? { ticksBefore: (day) => day, tickDays: 1 };
  const own = look.segments.map((segment): GroupHazards | undefined => {
    if (segment.group === -1) return undefined;
    const tables = riskTables(look, segment, clockOf(segment));
    return { ...tables, hazard: hazards(tables.base), windows: windowsOf(tables, holidays) };
  });
  return look.segments.map((segment, position) => {
    const isCompared = (member: number) => member === position || look.baseFrom[look.segments[member]?.from ?? 0] !== look.base.to;
    const groups = groupsOf(look.segments, position).flatMap((member) => (isCompared(member) ? (own[member] ?? []) : []));
    const pooled = pool(groups.map((group) => group.base));
    return { groups, pooled, hazard: hazards(pooled), clock: clockOf(segment) };
  });
}

function sumTests(tests: readonly (CountTest | undefined)[]): CountTest | undefined {
  let sums: CountTest | undefined;
  for (const test of tests) {
    if (test === undefined) continue;
    sums ??= { observed: 0, expected: 0, variance: 0, margin: 0 };
    sums.observed += test.observed;
    sums.expected += test.expected;
    sums.variance += test.variance;
    sums.margin += test.margin;
  }
  return sums;
}

/** Hazard of the current window, all weeks, pooled over the groups. */
function currentHazard({ groups, hazard }: HazardSegment, w: number): Float64Array {
  return hazards(pool(groups.flatMap(({ windows }) => windows[w]?.all ?? [])), hazard);
}

function testOf(segment: HazardSegment, w: number): WindowTest | undefined {
  const kept = sumTests(segment.groups.map(({ windows }) => windows[w]?.kept));
  const all = sumTests(segment.groups.map(({ windows }) => windows[w]?.whole));
  const slow = kept && slowness(kept);
  const common = all && slowness(all);
  const n0 = Array.from(segment.pooled.events).reduce((sum, n) => sum + n, 0);
  if (kept === undefined || slow === undefined || common === undefined) return undefined;
  if (kept.expected < leastExpected || n0 < leastBaseline) return undefined;
  const horizon = horizonOf(segment.clock);
  const value0 = meanDays(segment.hazard, horizon);
  const value1 = meanDays(currentHazard(segment, w), horizon);
  return {
    window: allWindows[w] ?? 0,
    statistic: { count: kept },
    sign: -1,
    variance: slow.variance,
    common,
    value0,
    value1,
    effect: value1 - value0,
    n0,
    n1: kept.observed,
  };
}

/** Tests of one segment in every window that has one. */
export function hazardTests(segment: HazardSegment): WindowTest[] {
  return allWindows.flatMap((_, w) => testOf(segment, w) ?? []);
}

type Moments = { events: number; expected: number; information: number };

/** Sums over the ages with baseline risk (drift method 5.8): a decision at an age that had none before is a decision too. */
function againstHazard(table: RiskTable, { base, hazard }: GroupHazards): Moments {
  const moments = { events: 0, expected: 0, information: 0 };
  for (let age = 0; age < hazard.length; age++) {
    if ((base.atRisk[age] ?? 0) <= 0) continue;
    const h = hazard[age] ?? 0;
    moments.events += table.events[age] ?? 0;
    moments.expected += (table.atRisk[age] ?? 0) * h;
    moments.information += (table.atRisk[age] ?? 0) * h * (1 - h);
  }
  return moments;
}

/** How the decisions of a group wandered around its own baseline hazard. */
export function hazardDispersion(group: GroupHazards): Dispersion {
  const moments = group.chunks.map((chunk) => againstHazard(chunk, group));
  return {
    deviation: Float64Array.from(moments, ({ events, expected }) => events - expected),
    information: Float64Array.from(moments, ({ information }) => information),
  };
}

/** Guard G3 for durations: the change must survive without its most influential week. */
export function hazardSurvives({ groups }: HazardSegment, { test, moderation, direction }: Finding): boolean {
  const weeks = test.window / 7;
  if (weeks < 2) return false;
  const byWeek = Array.from({ length: weeks }, (_, week) => {
    const moments = groups.map((group) => againstHazard(group.weeks[week] ?? group.base, group));
    const expected = moments.reduce((sum, one) => sum + one.expected, 0);
    return { expected, missing: (expected - moments.reduce((sum, one) => sum + one.events, 0)) * direction };
  });
  const largest = byWeek.reduce((most, week) => (week.missing > most.missing ? week : most));
  const expected = byWeek.reduce((sum, week) => sum + week.expected, 0);
  const missing = byWeek.reduce((sum, week) => sum + week.missing, 0);
  const rest = missing - largest.missing;
  const restExpected = expected - largest.expected;
  const z = rest / Math.sqrt(restExpected + restExpected ** 2 * moderation.t2 + 1e-9);
  return z > 1.64 && rest / restExpected > (0.4 * missing) / expected;
}

/** The change in days with the interval of the log hazard carried over to days. */
export function hazardInterval(segment: HazardSegment, { test, moderation }: Omit<Finding, "z" | "direction">, z: number): ShownEffect {
  const theta = test.common.theta;
  const half = z * Math.sqrt(test.variance + moderation.t2 + moderation.commonSe ** 2);
  const horizon = horizonOf(segment.clock);
  const days = (slow: number) => meanDays(segment.hazard, horizon, Math.exp(-slow));
  const centre = days(theta);
  return { effect: test.effect, lo: test.effect + days(theta - half) - centre, hi: test.effect + days(theta + half) - centre };
}

/** Days that a slowdown of `theta` in log hazard adds. */
export function daysOfSlowness(segment: HazardSegment, theta: number): number {
  const horizon = horizonOf(segment.clock);
  return meanDays(segment.hazard, horizon, Math.exp(-theta)) - meanDays(segment.hazard, horizon);
}
