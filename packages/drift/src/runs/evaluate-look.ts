import { attachFinding } from "../events/attach-finding.ts";
import type { Attachment, DriftEventState } from "../events/event-state.ts";
import { nextEventState } from "../events/next-event-state.ts";
import { prepareLook, type Look, type LookInput } from "../look/prepare-look.ts";
import { benjaminiHochberg } from "../score/false-discovery.ts";
import { signals } from "../signals/index.ts";
import { rollingBaseline } from "../windows.ts";
import { describeEvent, type EventCard } from "./describe-event.ts";
import type { DriftState } from "./drift-state.ts";
import { evaluateSignal, type SignalLook } from "./evaluate-signal.ts";
import { measureChange, monthlyAllowed, remeasureEvent } from "./measure-change.ts";
import { stepStages, type StagedHypothesis } from "./step-stages.ts";

const stageDays = 7;
const rememberedDays = 28;

export type LookStep = Omit<LookInput, "base" | "payer"> & { state: DriftState; newId: () => string };

export type LookOutcome = {
  look: Look;
  signalLooks: SignalLook[];
  staged: StagedHypothesis[];
  /** False-discovery adjusted p_s, in the order of `staged`; shown, it decides nothing. */
  q: (number | undefined)[];
  state: DriftState;
  cards: ReadonlyMap<string, EventCard>;
};

function falseDiscovery(staged: readonly StagedHypothesis[]): (number | undefined)[] {
  const tested = staged.flatMap(({ best }, index) => (best === undefined ? [] : [{ index, ps: best.ps }]));
  const q = benjaminiHochberg(tested.map(({ ps }) => ps));
  const byIndex = new Map(tested.map(({ index }, rank) => [index, q[rank]]));
  return staged.map((_, index) => byIndex.get(index));
}

/** Confirmed findings, whole payers first, then by rising evidence. */
function confirmed(staged: readonly StagedHypothesis[]): { hypothesis: StagedHypothesis; index: number }[] {
  const found = staged.flatMap((hypothesis, index) => (hypothesis.stage === "confirm" ? [{ hypothesis, index }] : []));
  const isGroup = (one: StagedHypothesis) => Number(one.segment.group !== -1);
  return found.sort(
    (a, b) =>
      isGroup(a.hypothesis) - isGroup(b.hypothesis) || (a.hypothesis.best?.pw ?? 1) - (b.hypothesis.best?.pw ?? 1) || a.index - b.index,
  );
}

type Opening = { look: Look; signalLook: SignalLook; hypothesis: StagedHypothesis; id: string; customerMonthly: number };

function openEvent({ look, signalLook, hypothesis, id, customerMonthly }: Opening): DriftEventState | undefined {
  const { best, segment, position, signal, watch } = hypothesis;
  if (best === undefined) return undefined;
  const { finding } = best;
  const watermark = look.watermark;
  const now = measureChange({ signal, measure: signalLook.measure, position, finding, watermark, customerMonthly });
  const watchOn = watch?.direction === finding.direction ? watch.day : watermark;
  const { common, commonSe } = finding.moderation;
  const tau2 = segment.group === -1 ? signalLook.tau2.payer : signalLook.tau2.group;
  return {
    id,
    signal: signal.id,
    family: signal.family,
    payerId: look.cells.payers[segment.payer] ?? "",
    group: segment.group === -1 ? null : (look.cells.groups[segment.group] ?? null),
    direction: finding.direction,
    isHarm: finding.direction === signal.worse,
    state: "opened",
    isOpen: true,
    openedOn: watermark,
    endedOn: null,
    endReason: null,
    reopened: 0,
    reference: { watchOn, ...rollingBaseline(watchOn, look.cells.historyStart), tau2, common, commonSe },
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

/** The event with one more finding; one that had ended opens again when the change points the same way. */
function attach(event: DriftEventState, attachment: Attachment, direction: number): DriftEventState {
  const others = event.attached.filter(({ group, signal }) => group !== attachment.group || signal !== attachment.signal);
  const joined = { ...event, attached: [...others, attachment] };
  if (event.isOpen || direction !== event.direction) return joined;
  return {
    ...joined,
    state: "opened",
    isOpen: true,
    endedOn: null,
    endReason: null,
    reopened: event.reopened + 1,
    calmSince: null,
    sparseSince: null,
  };
}

function updateEvents(look: Look, events: readonly DriftEventState[], customerMonthly: number): DriftEventState[] {
  return events
    .filter(({ isOpen, endedOn }) => isOpen || look.watermark - (endedOn ?? 0) <= rememberedDays)
    .map((event) =>
      event.isOpen && look.watermark > event.now.on
        ? nextEventState(event, remeasureEvent(look, event, customerMonthly), look.watermark)
        : event,
    );
}

function settleFindings(step: LookStep, outcome: Omit<LookOutcome, "state" | "cards">, customerMonthly: number) {
  const { look, signalLooks, staged, q } = outcome;
  const events = updateEvents(look, step.state.events, customerMonthly);
  const cards = new Map<string, EventCard>();
  for (const { hypothesis, index } of confirmed(staged)) {
    const { signal, segment, best } = hypothesis;
    const signalLook = signalLooks.find((known) => known.signal === signal);
    if (best === undefined || signalLook === undefined) continue;
    const payerId = look.cells.payers[segment.payer] ?? "";
    const group = segment.group === -1 ? null : (look.cells.groups[segment.group] ?? null);
    const { direction } = best.finding;
    const known = attachFinding(events, { payerId, group, signal: signal.id, family: signal.family, direction }, look.watermark);
    if (known !== undefined) {
      events[events.indexOf(known)] = attach(known, { group, signal: signal.id, on: look.watermark }, direction);
      continue;
    }
    const id = step.newId();
    const opened = openEvent({ look, signalLook, hypothesis, id, customerMonthly });
    if (opened === undefined) continue;
    events.push(opened);
    cards.set(id, describeEvent({ look, signalLook, hypothesis, evidence: best, q: q[index] ?? 1 }));
  }
  return { events, cards };
}

/** One look: every hypothesis tested and staged, open events measured again, confirmed findings attached or opened. Pure. */
export function evaluateLook(step: LookStep): LookOutcome {
  const look = prepareLook(step);
  const { stageOn, watches } = step.state;
  const isStage = stageOn === null || look.watermark - stageOn >= stageDays;
  const signalLooks = signals.map((signal) => evaluateSignal(signal, look));
  const hypotheses = signalLooks.flatMap((signalLook) => signalLook.hypotheses);
  const stepped = stepStages(hypotheses, { cells: look.cells, watermark: look.watermark, isStage, watches });
  const q = falseDiscovery(stepped.staged);
  const outcome = { look, signalLooks, staged: stepped.staged, q };
  const { events, cards } = settleFindings(step, outcome, monthlyAllowed(look));
  const state = { stageOn: isStage ? look.watermark : stageOn, watches: stepped.watches, events };
  return { ...outcome, state, cards };
}
