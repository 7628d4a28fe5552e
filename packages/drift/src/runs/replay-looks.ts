import { batchesOf } from "../look/batches.ts";
import type { DriftCells } from "../look/cells.ts";
import { feedMode, type FeedMode } from "../look/feed-mode.ts";
import { knownTimeline, knownWhen, watermarkOf } from "../look/watermark.ts";
import type { DriftEventState } from "../events/event-state.ts";
import { neededDays } from "../windows.ts";
import type { EventCard, SeenEvidence } from "./describe-event.ts";
import type { DriftState } from "./drift-state.ts";
import { evaluateLook, type LookOutcome } from "./evaluate-look.ts";
import { historyDays, lookDaysOf } from "./look-days.ts";

const historicLooks = 5;

export type ReplayInput = {
  cells: DriftCells;
  asOf: number;
  state: DriftState;
  /** How lines arrive, where the customer says so. */
  mode?: FeedMode | undefined;
  newId: () => string;
  /** Lets other work run between two looks. */
  pause: () => Promise<void>;
};

export type ReplayOutcome = {
  watermark: number;
  mode: FeedMode;
  looks: number;
  /** History was walked through: its events are told together. */
  isHistoric: boolean;
  last: LookOutcome;
  state: DriftState;
  /** Every event of the run as it stands now, those that ended on the way included. */
  events: DriftEventState[];
  /** Evidence of the events that the run opened, as its last look sees them. */
  cards: Map<string, EventCard>;
  /** Evidence of all events that the last look measured again. */
  seen: Map<string, SeenEvidence>;
  /** Events that became worse in any of the looks. */
  worsened: Set<string>;
};

/** What the last look sees of the events it measured again; the cards of this run's own events tell it too. */
function describeLast(last: LookOutcome, cards: Map<string, EventCard>): Map<string, SeenEvidence> {
  const seen = new Map([...last.seen].map(([id, describe]) => [id, describe()]));
  for (const [id, evidence] of seen) {
    const card = cards.get(id);
    if (card !== undefined) cards.set(id, { ...card, ...evidence });
  }
  return seen;
}

/** Walks through all looks since the last one, oldest first, carrying the state; undefined while history is too short. */
export async function replayLooks({ cells, asOf, state, mode: given, newId, pause }: ReplayInput): Promise<ReplayOutcome | undefined> {
  const timeline = knownTimeline(cells);
  const watermark = watermarkOf(timeline, asOf);
  if (watermark === undefined || historyDays(cells, watermark) < neededDays) return undefined;
  const mode = given ?? feedMode(cells, watermark);
  const batches = batchesOf(cells, watermark);
  const days = lookDaysOf(cells, watermark, state.stageOn);
  const events = new Map(state.events.map((event) => [event.id, event]));
  const cards = new Map<string, EventCard>();
  const worsened = new Set<string>();
  let carried = state;
  let last: LookOutcome | undefined;
  for (const day of days) {
    const known = Math.min(asOf, knownWhen(timeline, day));
    last = evaluateLook({ cells, watermark: day, asOf: day === watermark ? asOf : known, mode, batches, state: carried, newId });
    carried = last.state;
    for (const event of carried.events) {
      events.set(event.id, event);
      if (event.state === "worsened") worsened.add(event.id);
    }
    for (const [id, card] of last.cards) cards.set(id, card);
    await pause();
  }
  if (last === undefined) return undefined;
  const seen = describeLast(last, cards);
  const isHistoric = state.stageOn === null || days.length > historicLooks;
  return { watermark, mode, looks: days.length, isHistoric, last, state: carried, events: [...events.values()], cards, seen, worsened };
}
