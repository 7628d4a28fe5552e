import type { Segment } from "../look/cells.ts";
import { abfConfidence } from "../score/confidence.ts";
import { scanP, twoSided, weightedP, type WindowP } from "../score/significance.ts";
import { normIsf } from "../score/special-functions.ts";
import type { Finding, Signal, SignalMeasure } from "../signals/signal.ts";
import { scanWindows } from "../windows.ts";
import { moderatedZ } from "./moderated-z.ts";
import type { Moderator } from "./moderation.ts";

export type GuardResult = "passed" | "immaterial" | "timing" | "batch";

/** A hypothesis (one segment, one signal) in one look. */
export type Hypothesis = {
  signal: Signal;
  segment: Segment;
  position: number;
  /** z after moderation, by window; only windows with a test. */
  zs: ReadonlyMap<number, number>;
  best: HypothesisEvidence | undefined;
};

/** The window that represents a hypothesis, and what it says. */
export type HypothesisEvidence = {
  finding: Finding;
  effect: number;
  p: number;
  /** p after the search over windows, without weights: the one shown to people. */
  ps: number;
  /** Weighted evidence; it alone is compared with thresholds. */
  pw: number;
  confidence: number;
  guard: GuardResult | null;
};

const guardLevel = 0.01;
const priorBelief = 0.01;

function guard({ signal, measure, position }: SegmentInput, finding: Finding, effect: number): GuardResult {
  if (Math.abs(effect) < signal.material) return "immaterial";
  if (!measure.isMoreThanTiming(position, finding)) return "timing";
  return measure.survivesLeavingOut(position, finding) ? "passed" : "batch";
}

function evidenceOf(input: SegmentInput, findings: readonly Finding[]): HypothesisEvidence | undefined {
  const { signal, measure, segment, position } = input;
  const scanned = findings.filter(({ test }) => scanWindows.some((window) => window === test.window));
  const tests: WindowP[] = scanned.map(({ test, z, direction }) => ({ window: test.window, p: twoSided(z), direction }));
  const evidence = weightedP(tests, signal.worse, segment.group === -1);
  const finding = scanned.find(({ test }) => test.window === evidence?.window);
  if (evidence === undefined || finding === undefined) return undefined;
  const p = twoSided(finding.z);
  const ps = scanP(p, 4);
  const { t2, commonSe } = finding.moderation;
  const { effect } = measure.interval(position, finding, 0.05);
  return {
    finding,
    effect,
    p,
    ps,
    pw: evidence.pw,
    confidence: abfConfidence({ z: normIsf(ps / 2), variance: finding.test.variance + t2 + commonSe ** 2, slab: signal.slab }, priorBelief),
    guard: evidence.pw <= guardLevel ? guard(input, finding, effect) : null,
  };
}

export type SegmentInput = { signal: Signal; measure: SignalMeasure; moderator: Moderator; segment: Segment; position: number };

/** Tests one segment for one signal in all windows, and asks the guards where the evidence is worth it. */
export function evaluateSegment(input: SegmentInput): Hypothesis {
  const { signal, measure, moderator, segment, position } = input;
  const findings = measure.testsOf(position).map((test): Finding => {
    const moderation = moderator(position, test.window);
    const z = moderatedZ(test, moderation);
    return { test, moderation, z, direction: Math.sign(z) };
  });
  const zs = new Map(findings.map(({ test, z }) => [test.window, z]));
  return { signal, segment, position, zs, best: evidenceOf(input, findings) };
}
