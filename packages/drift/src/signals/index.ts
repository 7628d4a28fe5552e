import { decisionTime } from "./decision-time.ts";
import { denialRate } from "./denial-rate.ts";
import type { Signal } from "./signal.ts";
import type { SignalId } from "./signal-ids.ts";

/** Every signal, in the order in which they are shown. */
export const signals: readonly Signal[] = [denialRate, decisionTime];

const byId = new Map(signals.map((signal) => [signal.id, signal]));

export function signalOf(id: SignalId): Signal {
  const signal = byId.get(id);
  if (signal === undefined) throw new Error(`No signal ${id}`);
  return signal;
}
