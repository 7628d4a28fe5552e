import type { SignalLook } from "./evaluate-signal.ts";
import type { LookOutcome } from "./evaluate-look.ts";
import type { StagedHypothesis } from "./step-stages.ts";
import { baseOf } from "../look/prepare-look.ts";
import { stable } from "../events/event-rows.ts";

const shownWindow = 28;

/** The test that people see: the last 28 days where they can be tested, else the window that says most. */
function shownFinding(signalLook: SignalLook, hypothesis: StagedHypothesis) {
  const { best, position, zs } = hypothesis;
  if (best === undefined) return undefined;
  const test = signalLook.measure.testsOf(position).find(({ window }) => window === shownWindow);
  if (test === undefined || !zs.has(shownWindow)) return best.finding;
  return { test, moderation: signalLook.moderator(position, shownWindow) };
}

function observationRow(outcome: LookOutcome, signalLook: SignalLook, index: number) {
  const hypothesis = outcome.staged[index] as StagedHypothesis;
  const { segment, position, best } = hypothesis;
  const { cells } = outcome.look;
  const base = baseOf(outcome.look, segment);
  const tau2 = segment.group === -1 ? signalLook.tau2.payer : signalLook.tau2.group;
  const smallest = signalLook.measure.smallest(position, tau2, base.to - base.from);
  const place = {
    signal: hypothesis.signal.id,
    payer_id: cells.payers[segment.payer] ?? "",
    cpt_group: segment.group === -1 ? "" : (cells.groups[segment.group] ?? ""),
    smallest: smallest !== undefined && smallest > 0 ? smallest : null,
  };
  const shown = shownFinding(signalLook, hypothesis);
  if (best === undefined || shown === undefined) return { ...place, status: "few", n1: signalLook.measure.linesOf(position) };
  const { effect, lo, hi } = signalLook.measure.interval(position, shown, 0.05);
  return {
    ...place,
    status: "tested",
    window_days: shown.test.window,
    best_window_days: best.finding.test.window,
    n0: shown.test.n0,
    n1: shown.test.n1,
    value0: shown.test.value0,
    value1: shown.test.value1,
    effect,
    effect_low: Math.min(lo, effect),
    effect_high: Math.max(hi, effect),
    p: best.p,
    p_searched: best.ps,
    q: outcome.q[index],
    evidence: best.pw,
    confidence: best.confidence,
    direction: best.finding.direction,
    guard: best.guard,
    stage: hypothesis.stage,
  };
}

/** One row a segment and signal, tested or not, as it stands at the run's last look. */
export function observationRows(outcome: LookOutcome) {
  const bySignal = new Map(outcome.signalLooks.map((signalLook) => [signalLook.signal, signalLook]));
  return outcome.staged.flatMap((hypothesis, index) => {
    const signalLook = bySignal.get(hypothesis.signal);
    return signalLook === undefined ? [] : [stable(observationRow(outcome, signalLook, index))];
  });
}
