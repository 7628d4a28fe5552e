import { prepareSeries } from "../look/weekly-series.ts";
import type { Look } from "../look/prepare-look.ts";
import { tallyRates, type RateTally } from "../look/rate-tally.ts";
import { impactMonth } from "../score/dollars.ts";
import { windowT2 } from "../score/over-dispersion.ts";
import { detectionZ } from "../score/significance.ts";
import { compareRates, stratifiedNewcombe, type RateSums } from "../score/stratified.ts";
import { timingGuard } from "../score/timing-guard.ts";
import { allWindows } from "../windows.ts";
import { explainRate } from "./rate-explanation.ts";
import { rateSurvives } from "./rate-guards.ts";
import { rateDispersion, sumRates, type SegmentRates } from "./rate-sums.ts";
import { defineSignal, type SentenceFacts, type SignalMeasure, type WindowTest } from "./signal.ts";
import { claimsOf, dateSpan, percent, placeOf, shortDate, spanOf } from "./words.ts";

const daysPerMonth = 30.4375;
const powerZ = 0.8416;
const plannedWindow = 28;

function windowIndex(window: number): number {
  return allWindows.findIndex((days) => days === window);
}

function testOf(sums: RateSums, window: number): WindowTest | undefined {
  const rates = compareRates(sums);
  if (sums.n1 < 10 || sums.n0 < 40 || rates.p0 * sums.n1 < 0.3 || sums.variance <= 0) return undefined;
  return {
    window,
    statistic: { count: sums },
    sign: 1,
    variance: rates.logOddsVariance,
    common: { theta: rates.logOdds, variance: rates.logOddsVariance },
    value0: rates.p0,
    value1: rates.p1,
    effect: rates.p1 - rates.p0,
    n0: sums.n0,
    n1: sums.n1,
  };
}

/** Mean allowed cents of paid baseline lines at the current mix of strata, with its standard error. */
function allowedPerLine(look: Look, tally: RateTally, position: number, w: number): { mean: number; se: number } | undefined {
  const segment = look.segments[position];
  let weights = 0;
  let sum = 0;
  let variance = 0;
  for (let k = segment?.from ?? 0; k < (segment?.to ?? 0); k++) {
    const n1 = tally.n1[k * allWindows.length + w] ?? 0;
    const n0 = tally.n0[k * allWindows.length + w] ?? 0;
    const paid = tally.paid[k] ?? 0;
    if (n1 <= 0 || n0 <= 0 || paid <= 0) continue;
    const weight = (n1 * n0) / (n1 + n0);
    const mean = (tally.paidCents[k] ?? 0) / paid;
    const freedom = Math.max(1, (tally.paidCells[k] ?? 0) - 1);
    const perLine = Math.max(0, (tally.paidSquares[k] ?? 0) - paid * mean * mean) / freedom;
    weights += weight;
    sum += weight * mean;
    variance += (weight * weight * perLine) / paid;
  }
  return weights > 0 ? { mean: sum / weights, se: Math.sqrt(variance) / weights } : undefined;
}

function measureDenials(look: Look): SignalMeasure {
  const tally = tallyRates(look);
  const rates = sumRates(look, tally);
  const at = (position: number, window: number): SegmentRates | undefined => rates[position]?.[windowIndex(window)];
  return {
    testsOf: (position) =>
      allWindows.flatMap((window) => {
        const found = at(position, window);
        const test = found && testOf(found.sums, window);
        return test === undefined ? [] : [test];
      }),
    linesOf: (position) => at(position, plannedWindow)?.sums.n1 ?? 0,
    dispersionOf: (position) => rateDispersion(look, tally, position),
    fixedT2: undefined,
    interval: (position, { test, moderation }, alpha) => {
      const compared = compareRates((at(position, test.window) as SegmentRates).sums);
      const shift = moderation.common * test.value0 * (1 - test.value0);
      const { diff, lo, hi } = stratifiedNewcombe(compared, moderation.t2 + moderation.commonSe ** 2, alpha);
      return { effect: diff - shift, lo: lo - shift, hi: hi - shift };
    },
    isMoreThanTiming: (position, finding) => {
      const due = at(position, finding.test.window)?.due;
      if (look.mode === "remittance" || due === undefined) return true;
      return timingGuard(due, { ...finding.moderation, z: finding.z, direction: finding.direction }).pass;
    },
    survivesLeavingOut: (position, finding) => {
      const variance = at(position, finding.test.window)?.sums.variance ?? 0;
      return rateSurvives(look, tally, position, { ...finding, variance });
    },
    dollars: (position, window, shown) => {
      const amount = allowedPerLine(look, tally, position, windowIndex(window));
      if (amount === undefined) return undefined;
      const perMonth = ((at(position, window)?.sums.n1 ?? 0) * daysPerMonth) / window;
      return impactMonth({
        diff: shown.effect,
        lo: shown.lo,
        hi: shown.hi,
        perMonth,
        amount: amount.mean,
        amountSe: amount.se,
        recovery: 0,
      });
    },
    smallest: (position, tau2, baseDays) => {
      const sums = at(position, plannedWindow)?.sums;
      if (sums === undefined || sums.weight <= 0 || sums.variance <= 0) return undefined;
      const t2 = windowT2(tau2, plannedWindow, baseDays);
      const z = detectionZ(look.segments[position]?.group === -1) + powerZ;
      return (z * Math.sqrt(sums.variance + sums.variance ** 2 * t2)) / sums.weight;
    },
    series: prepareSeries(look, "denied"),
    explain: (position, finding) => explainRate(look, tally, position, finding),
  };
}

function points(value: number): string {
  return (100 * value).toFixed(1);
}

function sentence({ payer, group, from, to, value0, value1, effect, lo, hi }: SentenceFacts): string {
  const change = effect >= 0 ? "up" : "down";
  const more = effect >= 0 ? "more" : "less";
  return (
    `${payer} denied ${percent(value1)} of ${claimsOf(group)} decided ${dateSpan(from, to)}, ${change} from ${percent(value0)} of comparable claims before: ` +
    `${points(Math.abs(effect))} points ${more} (95% interval ${spanOf(lo, hi, points)}).`
  );
}

function recoveredSentence({ payer, group, from, value0, value1 }: SentenceFacts): string {
  return `${placeOf(payer, group)} is back at ${percent(value1)} denied since ${shortDate(from)}; its earlier level was ${percent(value0)}.`;
}

/** Denied among decided lines, compared within each procedure code. */
export const denialRate = defineSignal({
  id: "DENIAL_RATE",
  label: "Denial rate",
  unit: "rate",
  family: "denial",
  worse: 1,
  material: 0.03,
  slab: 0.7,
  commonZ: 2,
  severityShare: 1,
  measure: measureDenials,
  sentence,
  recoveredSentence,
});
