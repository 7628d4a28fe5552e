import { baseOf, type Look } from "../look/prepare-look.ts";
import { tau2Level, windowT2 } from "../score/over-dispersion.ts";
import { pool } from "../score/pooling.ts";
import { groupsOf, type Dispersion, type Moderation, type Signal, type SignalMeasure, type WindowTest } from "../signals/signal.ts";
import type { Baseline } from "../windows.ts";

const groupPrior = 0.006;
const payerPrior = 0.0036;
const fewestOthers = 3;

/** Over-dispersion between fortnights of a payer's groups, and of whole payers. */
export type Tau2 = { group: number; payer: number };

/** All baselines end on the same day, so the chunks of a younger group are the last ones of its payer. */
function addDispersion(into: Dispersion, from: Dispersion): void {
  const later = into.information.length - from.information.length;
  from.deviation.forEach((value, chunk) => (into.deviation[chunk + later] = (into.deviation[chunk + later] ?? 0) + value));
  from.information.forEach((value, chunk) => (into.information[chunk + later] = (into.information[chunk + later] ?? 0) + value));
}

/** Learns the over-dispersion of both levels from the chunks of the look's baseline. */
export function learnTau2(look: Look, measure: SignalMeasure): Tau2 {
  const groups: Dispersion[] = [];
  const payers: Dispersion[] = [];
  look.segments.forEach(({ group }, position) => {
    if (group !== -1) return;
    const parts = groupsOf(look.segments, position).flatMap((member) => measure.dispersionOf(member) ?? []);
    groups.push(...parts);
    const chunks = parts.reduce((most, { information }) => Math.max(most, information.length), 0);
    const whole = { deviation: new Float64Array(chunks), information: new Float64Array(chunks) };
    for (const part of parts) addDispersion(whole, part);
    payers.push(whole);
  });
  const columns = (units: readonly Dispersion[]) => ({
    deviation: units.map((unit) => unit.deviation),
    information: units.map((unit) => unit.information),
  });
  return { group: tau2Level(columns(groups), groupPrior), payer: tau2Level(columns(payers), payerPrior) };
}

export type Moderator = (position: number, window: number) => Moderation;

function commonOf(signal: Signal, others: readonly WindowTest[], t2: number): Pick<Moderation, "common" | "commonSe"> {
  if (others.length < fewestOthers) return { common: 0, commonSe: 0 };
  const { mean, se } = pool(others.map(({ common }) => ({ theta: common.theta, variance: common.variance + t2 })));
  return Math.abs(mean) / se > signal.commonZ ? { common: mean, commonSe: se } : { common: 0, commonSe: 0 };
}

/** Answers what is taken off a test: the over-dispersion of its window and level, and what the other payers did too. */
export function moderatorOf(signal: Signal, look: Look, measure: SignalMeasure, tau2: Tau2): Moderator {
  const t2Of = (level: number, window: number, { from, to }: Baseline) => measure.fixedT2?.(window) ?? windowT2(level, window, to - from);
  const payerTests = look.segments.map(({ group }, position) => (group === -1 ? measure.testsOf(position) : []));
  const known = new Map<string, Pick<Moderation, "common" | "commonSe">>();
  return (position, window) => {
    const segment = look.segments[position] ?? { payer: -1, group: -1, from: 0, to: 0 };
    const key = `${segment.payer}/${window}`;
    let common = known.get(key);
    if (common === undefined) {
      const others = payerTests.flatMap((tests, other) =>
        look.segments[other]?.payer === segment.payer ? [] : tests.filter((test) => test.window === window),
      );
      common = commonOf(signal, others, t2Of(tau2.payer, window, look.base));
      known.set(key, common);
    }
    return { t2: t2Of(segment.group === -1 ? tau2.payer : tau2.group, window, baseOf(look, segment)), ...common };
  };
}
