import type { DriftCells, Segment } from "../look/cells.ts";
import { immediateLevel, twoStage, watchLevel, type StageOutcome, type Watch } from "../score/sequential.ts";
import type { SignalId } from "../signals/signal-ids.ts";
import { keyText } from "./drift-state.ts";
import type { Hypothesis } from "./evaluate-segment.ts";

export type StagedHypothesis = Hypothesis & { stage: StageOutcome; watch: Watch | undefined };

/** The text that names a hypothesis in the stored state. */
export function hypothesisKey(cells: DriftCells, segment: Segment, signal: SignalId): string {
  const group = segment.group === -1 ? null : (cells.groups[segment.group] ?? null);
  return keyText({ payerId: cells.payers[segment.payer] ?? "", group, signal });
}

export type StageInput = { cells: DriftCells; watermark: number; isStage: boolean; watches: ReadonlyMap<string, Watch> };

/**
 * Moves every hypothesis by one look. Between stage steps (less than a week apart) only overwhelming evidence
 * confirms, and no watch is set.
 */
export function stepStages(hypotheses: readonly Hypothesis[], { cells, watermark, isStage, watches }: StageInput) {
  const next = new Map(watches);
  const staged = hypotheses.map((hypothesis): StagedHypothesis => {
    const { segment, signal, best, zs } = hypothesis;
    const key = hypothesisKey(cells, segment, signal.id);
    const watch = next.get(key);
    const mayStep = best !== undefined && best.pw <= (isStage ? watchLevel : immediateLevel);
    if (!mayStep) return { ...hypothesis, stage: "none", watch };
    const step = twoStage(watch, {
      watermark,
      pw: best.pw,
      direction: best.finding.direction,
      pass: best.guard === "passed",
      fresh: (days) => zs.get(7 * Math.floor(days / 7)),
    });
    if (step.watch !== undefined) next.set(key, step.watch);
    return { ...hypothesis, stage: step.outcome, watch: step.watch };
  });
  return { staged, watches: next };
}
