import type { DriftEventState } from "../events/event-state.ts";
import type { Watch } from "../score/sequential.ts";
import type { SignalId } from "../signals/signal-ids.ts";

export type HypothesisKey = { payerId: string; group: string | null; signal: SignalId };

/** What drift remembers of a customer between looks. */
export type DriftState = {
  /** Watermark of the last look that moved stages; null before the first. */
  stageOn: number | null;
  watches: ReadonlyMap<string, Watch>;
  /** Open events, and those that ended so lately that a finding may open them again. */
  events: readonly DriftEventState[];
};

const separator = "\u0000";

export function keyText({ payerId, group, signal }: HypothesisKey): string {
  return [signal, payerId, group ?? ""].join(separator);
}

export function keyOf(text: string): HypothesisKey {
  const [signal = "", payerId = "", group = ""] = text.split(separator);
  return { payerId, group: group === "" ? null : group, signal: signal as SignalId };
}

export const emptyState: DriftState = { stageOn: null, watches: new Map(), events: [] };
