import { isoOf, newId, type DriftEventId } from "@upstream/core";
import type { DriftEventState } from "../events/event-state.ts";
import { fixedColumns, liveColumns, stable } from "../events/event-rows.ts";
import type { DriftCells } from "../look/cells.ts";
import { knownTimeline, watermarkOf } from "../look/watermark.ts";
import { keyOf } from "./drift-state.ts";
import type { DriftInputs } from "./drift-inputs.ts";
import { observationRows } from "./observation-rows.ts";
import { historyDays } from "./look-days.ts";
import { replayLooks, type ReplayOutcome } from "./replay-looks.ts";
import { withdrawEvents } from "./withdraw-events.ts";

const watchMemoryDays = 28;

export type ChangeKind = "opened" | "continuing" | "worsened" | "recovered" | "withdrawn";
export type PlannedChange = { event: DriftEventState; kind: ChangeKind; isHistoric: boolean };

/** What a run is going to write, computed outside any transaction. */
export type RunPlan = {
  status: "COMPLETED" | "NOT_ENOUGH_HISTORY";
  /** False for a look back: it is stored, but moves no state. */
  movesState: boolean;
  watermark: number | null;
  historyDays: number;
  replay: ReplayOutcome | undefined;
  observations: object[];
  newEvents: object[];
  liveEvents: object[];
  changes: PlannedChange[];
  watches: object[];
  stagedOn: number | null;
};

type Merged = { events: DriftEventState[]; before: ReadonlyMap<string, DriftEventState> };

function kindOf(event: DriftEventState, before: DriftEventState | undefined, worsened: ReadonlySet<string>): ChangeKind | undefined {
  if (before === undefined || !before.isOpen) return event.isOpen ? "opened" : undefined;
  if (!event.isOpen) return event.endReason === "withdrawn" ? "withdrawn" : "recovered";
  return worsened.has(event.id) ? "worsened" : "continuing";
}

function plannedChanges({ events, before }: Merged, replay: ReplayOutcome | undefined): PlannedChange[] {
  return events.flatMap((event) => {
    const kind = kindOf(event, before.get(event.id), replay?.worsened ?? new Set());
    return kind === undefined ? [] : [{ event, kind, isHistoric: kind === "opened" && replay?.isHistoric === true }];
  });
}

function isTouched(event: DriftEventState, before: DriftEventState | undefined): boolean {
  return before === undefined || before.isOpen || event.isOpen || event.attached.length !== before.attached.length;
}

function watchRows(replay: ReplayOutcome): object[] {
  return [...replay.state.watches]
    .filter(([, watch]) => replay.watermark - watch.day <= watchMemoryDays)
    .map(([text, watch]) => {
      const { signal, payerId, group } = keyOf(text);
      return {
        signal,
        payer_id: payerId,
        cpt_group: group ?? "",
        watched_on: isoOf(watch.day),
        direction: watch.direction,
        is_confirmed: watch.confirmed,
      };
    });
}

function eventRows({ events, before }: Merged, inputs: DriftInputs, replay: ReplayOutcome | undefined) {
  const labelOf = ({ payerId }: DriftEventState) => inputs.payers.get(payerId) ?? "A payer";
  const touched = events.filter((event) => isTouched(event, before.get(event.id)));
  const opened = touched.flatMap((event) => {
    const card = replay?.cards.get(event.id);
    if (before.has(event.id) || card === undefined) return [];
    const label = labelOf(event);
    const { q, confidence } = card;
    return [
      {
        ...fixedColumns(event, label),
        ...liveColumns(event, label),
        q,
        confidence,
        is_historic: replay?.isHistoric === true,
        evidence: stable(card),
      },
    ];
  });
  const live = touched
    .filter((event) => before.has(event.id))
    .map((event) => ({ ...liveColumns(event, labelOf(event)), evidence: stable(replay?.seen.get(event.id) ?? {}) }));
  return { newEvents: opened, liveEvents: live };
}

/** What the run before tells about this one: a file was voided since, or this look goes back behind it. */
function comparedToLast({ last, uploads }: DriftInputs, watermark: number | null): { isVoided: boolean; isBack: boolean } {
  if (last === undefined) return { isVoided: false, isBack: false };
  const known = new Set(uploads.map(({ id }) => id));
  const isVoided = last.uploadIds.some((id) => !known.has(id));
  const isBack = last.watermark !== null && (watermark ?? -Infinity) < last.watermark;
  return { isVoided, isBack: isBack && !isVoided };
}

/** A look back is stored, and moves nothing. */
function lookBack(plan: RunPlan): RunPlan {
  return { ...plan, movesState: false, newEvents: [], liveEvents: [], changes: [], watches: [] };
}

function planOf(
  { cells, inputs }: PlanInput,
  merged: Merged,
  found: { watermark: number | null; replay: ReplayOutcome | undefined },
): RunPlan {
  const { watermark, replay } = found;
  return {
    status: replay === undefined ? "NOT_ENOUGH_HISTORY" : "COMPLETED",
    movesState: true,
    watermark,
    historyDays: watermark === null ? 0 : historyDays(cells, watermark),
    replay,
    observations: replay === undefined ? [] : observationRows(replay.last),
    ...eventRows(merged, inputs, replay),
    changes: plannedChanges(merged, replay),
    watches: replay === undefined ? [] : watchRows(replay),
    stagedOn: replay === undefined ? null : replay.state.stageOn,
  };
}

export type PlanInput = { cells: DriftCells; inputs: DriftInputs; asOf: number; pause: () => Promise<void> };

/** Computes a run: withdraws what a voided file carried, replays the looks since the last one, and lists what changed. */
export async function planRun(input: PlanInput): Promise<RunPlan> {
  const { cells, inputs, asOf, pause } = input;
  const watermark = watermarkOf(knownTimeline(cells), asOf) ?? null;
  const { isVoided, isBack } = comparedToLast(inputs, watermark);
  const kept = isVoided ? withdrawEvents(cells, inputs.state.events, watermark ?? asOf) : inputs.state.events;
  const state = { ...inputs.state, events: kept };
  const replay = await replayLooks({ cells, asOf, state, mode: inputs.mode, newId: () => newId<DriftEventId>(), pause });
  const before = new Map(inputs.state.events.map((event) => [event.id, event]));
  const plan = planOf(input, { events: replay?.events ?? [...kept], before }, { watermark, replay });
  return isBack ? lookBack(plan) : plan;
}
