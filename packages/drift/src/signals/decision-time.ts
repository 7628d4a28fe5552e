import { allowedPerDay } from "../look/allowed-amounts.ts";
import type { Look } from "../look/prepare-look.ts";
import { prepareSeries } from "../look/weekly-series.ts";
import { windowT2 } from "../score/over-dispersion.ts";
import { detectionZ } from "../score/significance.ts";
import { normIsf } from "../score/special-functions.ts";
import { ageInterval, agesSurvive, ageSegments, ageTau2, ageTests, smallestAgeChange } from "./age-measure.ts";
import { daysOfSlowness, hazardDispersion, hazardInterval, hazardSegments, hazardSurvives, hazardTests } from "./hazard-measure.ts";
import { defineSignal, type Explanation, type SentenceFacts, type ShownEffect, type SignalMeasure } from "./signal.ts";
import { aboutDollars, claimsOf, dateSpan, placeOf, shortDate, spanOf } from "./words.ts";

const powerZ = 0.8416;
const plannedWindow = 28;

const nothingToExplain = (): Explanation => ({ slices: [], split: undefined, reasons: [] });

/** Cash held back: days times what a day usually brings. */
function heldBack(look: Look, position: number, { effect, lo, hi }: ShownEffect) {
  const segment = look.segments[position];
  const perDay = segment === undefined ? 0 : allowedPerDay(look, segment);
  return perDay > 0 ? { point: effect * perDay, lo: lo * perDay, hi: hi * perDay } : undefined;
}

function neededZ(look: Look, position: number): number {
  return detectionZ(look.segments[position]?.group === -1) + powerZ;
}

function measureHazards(look: Look): SignalMeasure {
  const segments = hazardSegments(look);
  const tests = segments.map(hazardTests);
  const planned = (position: number) => tests[position]?.find(({ window }) => window === plannedWindow);
  return {
    testsOf: (position) => tests[position] ?? [],
    linesOf: (position) =>
      segments[position]?.groups.reduce((sum, { weeks }) => {
        const recent = weeks.slice(0, plannedWindow / 7);
        return sum + recent.reduce((lines, week) => lines + Array.from(week.events).reduce((a, b) => a + b, 0), 0);
      }, 0) ?? 0,
    dispersionOf: (position) => {
      const [group, ...others] = segments[position]?.groups ?? [];
      return group !== undefined && others.length === 0 ? hazardDispersion(group) : undefined;
    },
    fixedT2: undefined,
    interval: (position, finding, alpha) => {
      const segment = segments[position];
      const none = { effect: finding.test.effect, lo: -Infinity, hi: Infinity };
      return segment === undefined ? none : hazardInterval(segment, finding, normIsf(alpha / 2));
    },
    isMoreThanTiming: () => true,
    survivesLeavingOut: (position, finding) => {
      const segment = segments[position];
      return segment !== undefined && hazardSurvives(segment, finding);
    },
    dollars: (position, _window, shown) => heldBack(look, position, shown),
    smallest: (position, tau2, baseDays) => {
      const segment = segments[position];
      const test = planned(position);
      if (segment === undefined || test === undefined) return undefined;
      const theta = neededZ(look, position) * Math.sqrt(test.variance + windowT2(tau2, plannedWindow, baseDays));
      return daysOfSlowness(segment, theta);
    },
    series: prepareSeries(look, "days"),
    explain: nothingToExplain,
  };
}

function measureAges(look: Look): SignalMeasure {
  const segments = ageSegments(look);
  const groups = (position: number) => segments[position] ?? [];
  const baseDays = look.base.to - look.base.from;
  return {
    testsOf: (position) => ageTests(groups(position)),
    linesOf: (position) =>
      groups(position).reduce((sum, { weeks }) => sum + weeks.slice(0, plannedWindow / 7).reduce((n, week) => n + week.n, 0), 0),
    dispersionOf: () => undefined,
    fixedT2: (window) => windowT2(ageTau2, window, baseDays),
    interval: (position, finding, alpha) => ageInterval(groups(position), finding, normIsf(alpha / 2)),
    isMoreThanTiming: () => true,
    survivesLeavingOut: (position, finding) => agesSurvive(groups(position), finding),
    dollars: (position, _window, shown) => heldBack(look, position, shown),
    smallest: (position) => smallestAgeChange(groups(position), neededZ(look, position), baseDays),
    series: prepareSeries(look, "days"),
    explain: nothingToExplain,
  };
}

function wholeDays(value: number): string {
  const days = Math.max(1, Math.round(Math.abs(value)));
  return `${days} ${days === 1 ? "day" : "days"}`;
}

function sentence({ payer, group, from, to, value0, value1, effect, lo, hi, observed, expected, monthly }: SentenceFacts): string {
  const claims = group === null ? "Claims" : claimsOf(group);
  const word = effect >= 0 ? "longer" : "less";
  const counts =
    expected > 0
      ? `${Math.round(observed)} decisions came ${dateSpan(from, to)} where ${Math.round(expected)} were expected, undecided claims included`
      : `${wholeDays(value1)}, ${effect >= 0 ? "up" : "down"} from ${wholeDays(value0)}`;
  const interval = spanOf(lo, hi, (value) => String(Math.round(value)));
  const held = monthly !== null && effect > 0 ? ` ${aboutDollars(monthly).replace("about", "About")} is held back.` : "";
  return `${claims} to ${payer} now take about ${wholeDays(effect)} ${word} to be decided (95% interval ${interval}): ${counts}.${held}`;
}

function recoveredSentence({ payer, group, from, value0, value1 }: SentenceFacts): string {
  return `${placeOf(payer, group)} is back at about ${wholeDays(value1)} to a decision since ${shortDate(from)}; its earlier level was ${wholeDays(value0)}.`;
}

/** Days from submission to decision; undecided lines count as waiting. */
export const decisionTime = defineSignal({
  id: "DECISION_TIME",
  label: "Decision time",
  unit: "days",
  family: "time",
  worse: 1,
  material: 2,
  slab: 0.45,
  commonZ: 1.5,
  severityShare: 0.1,
  measure: (look) => (look.mode === "remittance" ? measureAges(look) : measureHazards(look)),
  sentence,
  recoveredSentence,
});
