import type { DriftEventState } from "../events/event-state.ts";
import { segmentBaseline } from "../look/base-starts.ts";
import type { Segment } from "../look/cells.ts";
import type { Look } from "../look/prepare-look.ts";
import type { SignalLook } from "./evaluate-signal.ts";
import { measureChange } from "./measure-change.ts";
import type { StagedHypothesis } from "./step-stages.ts";

/** Name of the segment's CPT group, null for a whole payer. */
export function groupOf({ cells }: Look, { group }: Segment): string | null {
  return group === -1 ? null : (cells.groups[group] ?? null);
}

/** Over-dispersion of the segment's level. */
export function levelTau2({ tau2 }: SignalLook, { group }: Segment): number {
  return group === -1 ? tau2.payer : tau2.group;
}

export type Opening = { look: Look; signalLook: SignalLook; hypothesis: StagedHypothesis; id: string; customerMonthly: number };

/** The event of a confirmed finding that belongs to no other. */
export function openEvent({ look, signalLook, hypothesis, id, customerMonthly }: Opening): DriftEventState | undefined {
  const { best, segment, position, signal, watch } = hypothesis;
  if (best === undefined) return undefined;
  const { finding } = best;
  const watermark = look.watermark;
  const now = measureChange({ look, signal, measure: signalLook.measure, position, finding, customerMonthly });
  const watchOn = watch?.direction === finding.direction ? watch.day : watermark;
  const { common, commonSe } = finding.moderation;
  return {
    id,
    signal: signal.id,
    family: signal.family,
    payerId: look.cells.payers[segment.payer] ?? "",
    group: groupOf(look, segment),
    direction: finding.direction,
    isHarm: finding.direction === signal.worse,
    state: "opened",
    isOpen: true,
    openedOn: watermark,
    endedOn: null,
    endReason: null,
    reopened: 0,
    reference: { watchOn, ...segmentBaseline(look.cells, segment, watchOn), tau2: levelTau2(signalLook, segment), common, commonSe },
    openingEffect: now.effect,
    worstEffect: now.effect,
    worstMonthly: now.monthly?.point ?? null,
    severity: now.severity,
    calmSince: null,
    sparseSince: null,
    attached: [],
    now,
  };
}
