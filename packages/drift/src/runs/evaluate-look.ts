import { prepareLook, type LookInput } from "../look/prepare-look.ts";
import { benjaminiHochberg } from "../score/false-discovery.ts";
import { signals } from "../signals/index.ts";
import type { DriftState } from "./drift-state.ts";
import { evaluateSignal } from "./evaluate-signal.ts";
import { settleFindings, type Judged, type Settled } from "./settle-findings.ts";
import { stepStages, type StagedHypothesis } from "./step-stages.ts";

const stageDays = 7;

export type LookStep = Omit<LookInput, "base" | "payer"> & { state: DriftState; newId: () => string };

export type LookOutcome = Judged & Omit<Settled, "events"> & { state: DriftState };

function falseDiscovery(staged: readonly StagedHypothesis[]): (number | undefined)[] {
  const tested = staged.flatMap(({ best }, index) => (best === undefined ? [] : [{ index, ps: best.ps }]));
  const q = benjaminiHochberg(tested.map(({ ps }) => ps));
  const byIndex = new Map(tested.map(({ index }, rank) => [index, q[rank]]));
  return staged.map((_, index) => byIndex.get(index));
}

/** One look: every hypothesis tested and staged, open events measured again, confirmed findings attached or opened. Pure. */
export function evaluateLook(step: LookStep): LookOutcome {
  const look = prepareLook(step);
  const { stageOn, watches, events: known } = step.state;
  const isStage = stageOn === null || look.watermark - stageOn >= stageDays;
  const signalLooks = signals.map((signal) => evaluateSignal(signal, look));
  const hypotheses = signalLooks.flatMap((signalLook) => signalLook.hypotheses);
  const { staged, watches: next } = stepStages(hypotheses, { cells: look.cells, watermark: look.watermark, isStage, watches });
  const judged: Judged = { look, signalLooks, staged, q: falseDiscovery(staged) };
  const { events, cards, seen } = settleFindings(judged, known, step.newId);
  return { ...judged, cards, seen, state: { stageOn: isStage ? look.watermark : stageOn, watches: next, events } };
}
