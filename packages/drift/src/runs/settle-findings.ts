import { attachFinding, type FindingKey } from "../events/attach-finding.ts";
import type { DriftEventState } from "../events/event-state.ts";
import { nextEventState, reopenEvent } from "../events/next-event-state.ts";
import type { Look } from "../look/prepare-look.ts";
import type { Signal } from "../signals/signal.ts";
import { describeFound, describeSeen, type EventCard, type SeenEvidence } from "./describe-event.ts";
import type { SignalLook } from "./evaluate-signal.ts";
import { monthlyAllowed, remeasureEvent, type SeenChange } from "./measure-change.ts";
import { groupOf, levelTau2, openEvent } from "./open-event.ts";
import type { StagedHypothesis } from "./step-stages.ts";

const rememberedDays = 28;

type Confirmed = { hypothesis: StagedHypothesis; index: number };

/** Confirmed findings, whole payers first, then by rising evidence. */
function confirmed(staged: readonly StagedHypothesis[]): Confirmed[] {
  const found = staged.flatMap((hypothesis, index) => (hypothesis.stage === "confirm" ? [{ hypothesis, index }] : []));
  const isGroup = (one: StagedHypothesis) => Number(one.segment.group !== -1);
  return found.sort(
    (a, b) =>
      isGroup(a.hypothesis) - isGroup(b.hypothesis) || (a.hypothesis.best?.pw ?? 1) - (b.hypothesis.best?.pw ?? 1) || a.index - b.index,
  );
}

/** All hypotheses of a look with their stages. */
export type Judged = {
  look: Look;
  signalLooks: SignalLook[];
  staged: StagedHypothesis[];
  /** False-discovery adjusted p_s, in the order of `staged`; shown, it decides nothing. */
  q: (number | undefined)[];
};

/** Events after a look. */
export type Settled = {
  events: DriftEventState[];
  /** Evidence of the events that the look opened. */
  cards: Map<string, EventCard>;
  /** Answers the evidence of the events that the look measured again. */
  seen: Map<string, () => SeenEvidence>;
};

type Settling = Settled & { look: Look; customerMonthly: number };

function measureAgain(settling: Settling, event: DriftEventState): SeenChange | undefined {
  const measured = remeasureEvent(settling.look, event, settling.customerMonthly);
  if (measured !== undefined) settling.seen.set(event.id, measured.describe);
  return measured;
}

function updateEvents(settling: Settling, known: readonly DriftEventState[]): void {
  const { watermark } = settling.look;
  const remembered = known.filter(({ isOpen, endedOn }) => isOpen || watermark - (endedOn ?? 0) <= rememberedDays);
  for (const event of remembered) {
    const isDue = event.isOpen && watermark >= event.now.on;
    settling.events.push(isDue ? nextEventState(event, measureAgain(settling, event), watermark) : event);
  }
}

/**
 * The event that a confirmed finding joins. An improvement does not take in harm that is harm beside the level before
 * it too; harm that only ends an improvement is its recovery.
 */
function eventOf({ look, events, customerMonthly }: Settling, finding: FindingKey, signal: Signal): DriftEventState | undefined {
  const candidates = events.filter((event) => {
    if (event.payerId !== finding.payerId || event.family !== finding.family) return false;
    if (event.direction === finding.direction || event.isHarm) return true;
    const measured = remeasureEvent(look, event, customerMonthly);
    return measured === undefined || measured.now.effect * finding.direction < signal.material;
  });
  return attachFinding(candidates, finding, look.watermark);
}

/** The event with one more finding; one that had ended opens again when the change points the same way. */
function joinEvent(settling: Settling, event: DriftEventState, finding: FindingKey): void {
  const { watermark } = settling.look;
  const others = event.attached.filter(({ group, signal }) => group !== finding.group || signal !== finding.signal);
  const joined = { ...event, attached: [...others, { group: finding.group, signal: finding.signal, on: watermark }] };
  const isReopened = !event.isOpen && finding.direction === event.direction;
  settling.events[settling.events.indexOf(event)] = isReopened ? reopenEvent(joined, measureAgain(settling, event)?.now) : joined;
}

function settleFinding(settling: Settling, judged: Judged, { hypothesis, index }: Confirmed, newId: () => string): void {
  const { look, customerMonthly } = settling;
  const { signal, segment, position, best } = hypothesis;
  const signalLook = judged.signalLooks.find((known) => known.signal === signal);
  if (best === undefined || signalLook === undefined) return;
  const { finding } = best;
  const { direction } = finding;
  const payerId = look.cells.payers[segment.payer] ?? "";
  const key: FindingKey = { payerId, group: groupOf(look, segment), signal: signal.id, family: signal.family, direction };
  const known = eventOf(settling, key, signal);
  if (known !== undefined) return joinEvent(settling, known, key);
  const id = newId();
  const opened = openEvent({ look, signalLook, hypothesis, id, customerMonthly });
  if (opened === undefined) return;
  settling.events.push(opened);
  settling.cards.set(id, {
    ...describeFound({ watermark: look.watermark, hypothesis, evidence: best, q: judged.q[index] ?? 1 }),
    ...describeSeen({ look, measure: signalLook.measure, position, finding, tau2: levelTau2(signalLook, segment) }),
  });
}

/** Measures what was known again, then lets each confirmed finding join an event or open one. */
export function settleFindings(judged: Judged, known: readonly DriftEventState[], newId: () => string): Settled {
  const { look, staged } = judged;
  const settling: Settling = { look, customerMonthly: monthlyAllowed(look), events: [], cards: new Map(), seen: new Map() };
  updateEvents(settling, known);
  for (const finding of confirmed(staged)) settleFinding(settling, judged, finding, newId);
  return settling;
}
