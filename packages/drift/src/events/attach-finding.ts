import type { SignalId } from "../signals/signal-ids.ts";
import type { DriftEventState } from "./event-state.ts";

/** What a confirmed finding is about. */
export type FindingKey = { payerId: string; group: string | null; signal: SignalId; family: string; direction: number };

const memoryDays = 28;

function covers(event: DriftEventState, { group }: FindingKey, watermark: number): boolean {
  const isRemembered = (on: number) => event.isOpen || watermark - on <= memoryDays;
  if (event.isOpen && group === null) return true;
  const own = { group: event.group, on: event.endedOn ?? event.openedOn };
  return [own, ...event.attached].some((known) => (known.group === group || known.group === null) && isRemembered(known.on));
}

/** The event that a confirmed finding belongs to: one incident, one event. Open ones come first, then the latest. */
export function attachFinding(events: readonly DriftEventState[], finding: FindingKey, watermark: number): DriftEventState | undefined {
  const fitting = events.filter(
    (event) => event.payerId === finding.payerId && event.family === finding.family && covers(event, finding, watermark),
  );
  fitting.sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.openedOn - a.openedOn || (a.id < b.id ? -1 : 1));
  return fitting[0];
}
