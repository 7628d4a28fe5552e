import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { dayOf } from "@upstream/core";
import { describe, expect, it } from "vitest";
import { baseDays } from "./base-days.ts";
import { countBetween, maturityWeight, weightedBaseline } from "./completion.ts";
import { abfConfidence } from "./confidence.ts";
import { skewZ } from "./count-test.ts";
import { kitagawa } from "./decomposition.ts";
import { impactMonth } from "./dollars.ts";
import { benjaminiHochberg } from "./false-discovery.ts";
import { holidayWeeks } from "./holidays.ts";
import { tau2Level, windowT2 } from "./over-dispersion.ts";
import { pool } from "./pooling.ts";
import { newcombe, wilson } from "./proportions.ts";
import { mannWhitney } from "./ranks.ts";
import { twoStage, type Watch } from "./sequential.ts";
import { severity } from "./severity.ts";
import { scanP, twoSided, weightedP } from "./significance.ts";
import { betainc, normIsf, normSf } from "./special-functions.ts";
import { addStratum, compareRates, emptyRateSums, stratifiedNewcombe } from "./stratified.ts";
import { keptWeeks, logrankPeriod, slowness } from "./survival.ts";
import { timingGuard } from "./timing-guard.ts";

type Numbers = number[];
type Scalar =
  | "x"
  | "p"
  | "a"
  | "b"
  | "n"
  | "alpha"
  | "x0"
  | "n0"
  | "x1"
  | "n1"
  | "O"
  | "E"
  | "V"
  | "m"
  | "OD"
  | "ED"
  | "VD"
  | "cm"
  | "cmse"
  | "t2"
  | "z"
  | "v"
  | "w";
type Word =
  | "direction"
  | "n_windows"
  | "prior"
  | "tau2"
  | "base_days"
  | "slab_sd"
  | "history_start"
  | "diff"
  | "lo"
  | "hi"
  | "n_month"
  | "amount"
  | "se_amount"
  | "recovery"
  | "tenant_month_allowed";
// The file holds inputs of many shapes; each adapter below names the fields it reads.
type Input = Record<Scalar | Word, number>;
type Case = { id: string; fn: string; input: Input; expect: Record<string, unknown>; tol: { rel: number; abs: number }; note?: string };

const root = process.env["UPSTREAM_SHARED_DATA"] ?? fileURLToPath(new URL("../../../../../shared/data", import.meta.url));
const file = join(root, "drift/vectors-dev.json");

function histogram(values: Numbers, levels: Numbers): Numbers {
  return levels.map((level) => values.filter((value) => value === level).length);
}

function ranks({ x, y }: { x: Numbers; y: Numbers }) {
  const levels = [...new Set([...x, ...y])].sort((a, b) => a - b);
  const { u, z, p, superiority } = mannWhitney([{ before: histogram(x, levels), after: histogram(y, levels) }]);
  return { U: u, z, p, a: superiority };
}

type StrataInput = { strata: [number, number, number, number][]; infl: number; alpha: number };
function strataInterval({ strata, infl, alpha }: StrataInput) {
  const sums = emptyRateSums();
  for (const [x0, n0, x1, n1] of strata) addStratum(sums, { x0, n0, x1, n1 });
  const rates = compareRates(sums);
  const { diff, lo, hi, effective0, effective1 } = stratifiedNewcombe(rates, infl, alpha);
  return { p0: rates.p0, p1: rates.p1, diff, lo, hi, ne0: effective0, ne1: effective1 };
}

type LogrankInput = { Y0: Numbers; D0: Numbers; Y1: Numbers; D1: Numbers };
function logrank({ Y0, D0, Y1, D1 }: LogrankInput) {
  const test = logrankPeriod({ atRisk: Y0, events: D0 }, { atRisk: Y1, events: D1 });
  const gap = test.observed - test.expected;
  const z = test.variance > 0 ? gap / Math.sqrt(test.variance) : 0;
  return { O: test.observed, E: test.expected, V: test.variance, z, p: twoSided(z), log_hr: gap / test.variance };
}

type KeptInput = { Y0: Numbers; D0: Numbers; Yw: Numbers[]; Dw: Numbers[]; holiday: boolean[] };
function logrankKept({ Y0, D0, Yw, Dw, holiday }: KeptInput) {
  const after = keptWeeks(
    Yw.map((atRisk, week) => ({ atRisk, events: Dw[week] ?? [] })),
    holiday,
  );
  const test = after && logrankPeriod({ atRisk: Y0, events: D0 }, after);
  const slow = test && slowness(test);
  return {
    O: test?.observed ?? null,
    E: test?.expected ?? null,
    V: test?.variance ?? null,
    m: test?.margin ?? null,
    theta: slow?.theta ?? null,
    v: slow?.variance ?? null,
  };
}

type EventsInput = { subs: Numbers; events: [number, number][]; B0: number; B1: number; W0: number; W1: number };
function expectedEvents({ subs, events, B0, B1, W0, W1 }: EventsInput) {
  const sums = new Float64Array(subs.length + 1);
  subs.forEach((n, day) => (sums[day + 1] = (sums[day] ?? 0) + n));
  const submitted = { first: 0, sums };
  expect(countBetween(submitted, 0, subs.length)).toBe(sums[subs.length]);
  const ages = events.filter(([day]) => day >= B0 && day < B1).map(([, age]) => age);
  const ones = ages.map(() => 1);
  const windows = { base: [B0, B1], current: [W0, W1] } as const;
  const got = weightedBaseline({ ages, decided: ones, events: ones }, (age) => maturityWeight(submitted, age, windows));
  return { E: got.events, V: got.eventSquares };
}

type Look = {
  W: number;
  pw: number | null;
  direction: number;
  pass: boolean;
  fresh: Record<string, number>;
  top?: string;
  fresh_top?: Record<string, string>;
};
function stages({ looks }: { looks: Look[] }) {
  let watch: Watch | undefined;
  const outcome = looks.map((look) => {
    const fresh = (days: number) => {
      const isOther = look.direction === 0 && look.fresh_top?.[days] !== look.top;
      return isOther ? undefined : look.fresh[days];
    };
    const step = twoStage(watch, { watermark: look.W, pw: look.pw ?? undefined, direction: look.direction, pass: look.pass, fresh });
    watch = step.watch;
    return step.outcome;
  });
  return { outcome, watch_day: watch?.day ?? null, watch_direction: watch?.direction ?? null, confirmed: watch?.confirmed ?? null };
}

type SidesInput = { n0: Numbers; r0: (number | null)[]; n1: Numbers; r1: (number | null)[] };
function decomposition({ n0, r0, n1, r1 }: SidesInput) {
  const side = (volume: Numbers, rate: (number | null)[]) => ({ volume, rate: rate.map((value) => value ?? undefined) });
  const { total, rate, mix, rateBy, mixBy } = kitagawa(side(n0, r0), side(n1, r1));
  return { total, rate, mix, rate_by: rateBy, mix_by: mixBy };
}

const adapters: Record<string, (input: Input) => unknown> = {
  norm_sf: ({ x }) => ({ value: normSf(x) }),
  norm_ppf: ({ p }) => ({ value: -normIsf(p) }),
  betainc: ({ a, b, x }) => ({ value: betainc(a, b, x) }),
  wilson: ({ x, n, alpha }) => wilson(x, n, alpha),
  newcombe: ({ x0, n0, x1, n1, alpha }) => newcombe({ x: x0, n: n0 }, { x: x1, n: n1 }, alpha),
  skew_z: ({ O, E, V, m }) => ({ z: skewZ({ observed: O, expected: E, variance: V, margin: m }) }),
  stratified_newcombe: (input) => strataInterval(input as unknown as StrataInput),
  timing_guard: ({ OD, ED, VD, cm, cmse, t2, z, direction }) => {
    const guard = timingGuard({ observed: OD, expected: ED, variance: VD }, { common: cm, commonSe: cmse, t2, z, direction });
    return { z2: guard.z, pass: guard.pass };
  },
  mann_whitney: (input) => ranks(input as unknown as { x: Numbers; y: Numbers }),
  bh: (input) => ({ q: benjaminiHochberg((input as unknown as { p: Numbers }).p) }),
  scan_p: ({ p, n_windows }) => ({ p: scanP(p, n_windows) }),
  dl: (input) => {
    const { theta, v } = input as unknown as { theta: Numbers; v: Numbers };
    const pooled = pool(theta.map((value, i) => ({ theta: value, variance: v[i] ?? 0 })));
    return { mean: pooled.mean, se: pooled.se, tau2: pooled.tau2, Q: pooled.heterogeneity };
  },
  weighted_p: (input) => {
    const { tests, worse, payer_level } = input as unknown as { tests: [number, number, number][]; worse: number; payer_level: boolean };
    const found = weightedP(
      tests.map(([window, p, direction]) => ({ window, p, direction })),
      worse,
      payer_level,
    );
    return found ?? { pw: null, window: null };
  },
  tau2_level: (input) => {
    const { dev, info } = input as unknown as { dev: Numbers[]; info: Numbers[] };
    return { tau2: tau2Level({ deviation: dev, information: info }, input.prior) };
  },
  window_t2: ({ tau2, w, base_days }) => ({ t2: windowT2(tau2, w, base_days) }),
  abf_confidence: ({ z, v, slab_sd, prior }) => ({ confidence: abfConfidence({ z, variance: v, slab: slab_sd }, prior) }),
  logrank_period: (input) => logrank(input as unknown as LogrankInput),
  logrank_kept: (input) => logrankKept(input as unknown as KeptInput),
  base_days: (input) => ({ days: baseDays((input as unknown as { watermark: number }).watermark, input.history_start) }),
  holiday_weeks: (input) => ({ holiday: holidayWeeks(dayOf((input as unknown as { watermark: string }).watermark), input.n) }),
  expected_from_baseline: (input) => expectedEvents(input as unknown as EventsInput),
  two_stage: (input) => stages(input as unknown as { looks: Look[] }),
  kitagawa: (input) => decomposition(input as unknown as SidesInput),
  impact_month: ({ diff, lo, hi, n_month, amount, se_amount, recovery }) =>
    impactMonth({ diff, lo, hi, perMonth: n_month, amount, amountSe: se_amount, recovery }),
  severity: ({ lo, hi, tenant_month_allowed }) => ({ level: severity({ lo, hi }, tenant_month_allowed) }),
};

function expectClose(got: unknown, want: unknown, tol: Case["tol"]): void {
  if (Array.isArray(want)) {
    expect(got).toHaveLength(want.length);
    want.forEach((value, i) => expectClose((got as unknown[])[i], value, tol));
  } else if (typeof want === "number") {
    expect(got).toBeTypeOf("number");
    expect(Math.abs((got as number) - want)).toBeLessThanOrEqual(tol.abs + tol.rel * Math.abs(want));
  } else expect(got).toEqual(want);
}

describe("reference values", () => {
  if (!existsSync(file)) {
    it.skip("needs drift/vectors-dev.json, found by UPSTREAM_SHARED_DATA or beside the repository", () => {});
    return;
  }
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };
  for (const one of cases.filter((known) => adapters[known.fn] !== undefined)) {
    it(`agrees with ${one.id}${one.note === undefined ? "" : `: ${one.note}`}`, () => {
      const got = adapters[one.fn]?.(one.input) as Record<string, unknown>;
      for (const [key, want] of Object.entries(one.expect)) {
        if (!key.endsWith("_info")) expectClose(got[key], want, one.tol);
      }
    });
  }
});
