import type { DriftEventState } from "../events/event-state.ts";
import { batchesOf } from "../look/batches.ts";
import type { DriftCells } from "../look/cells.ts";
import { feedMode } from "../look/feed-mode.ts";
import { knownTimeline, knownWhen } from "../look/watermark.ts";
import { emptyState, keyText } from "./drift-state.ts";
import { evaluateLook } from "./evaluate-look.ts";
import { hypothesisKey } from "./step-stages.ts";

const unconvincing = 0.01;

/** Keys of the hypotheses that the look of `watermark` still supports with today's data. */
function supportedOn(cells: DriftCells, watermark: number): Set<string> {
  const asOf = knownWhen(knownTimeline(cells), watermark);
  const mode = feedMode(cells, watermark);
  const { staged } = evaluateLook({
    cells,
    watermark,
    asOf,
    mode,
    batches: batchesOf(cells, watermark),
    state: emptyState,
    newId: () => "",
  });
  return new Set(
    staged.flatMap(({ segment, signal, best }) =>
      best !== undefined && best.pw <= unconvincing && best.guard === "passed" ? [hypothesisKey(cells, segment, signal.id)] : [],
    ),
  );
}

/** Ends the open events whose own look would not stand any more after a file was voided. */
export function withdrawEvents(cells: DriftCells, events: readonly DriftEventState[], watermark: number): DriftEventState[] {
  const looks = new Map<number, Set<string>>();
  return events.map((event) => {
    if (!event.isOpen) return event;
    const supported = looks.get(event.openedOn) ?? supportedOn(cells, event.openedOn);
    looks.set(event.openedOn, supported);
    if (supported.has(keyText({ payerId: event.payerId, group: event.group, signal: event.signal }))) return event;
    return { ...event, state: "recovered", isOpen: false, endedOn: Math.max(watermark, event.openedOn), endReason: "withdrawn" };
  });
}
