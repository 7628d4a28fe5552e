import type { Look } from "../look/prepare-look.ts";
import type { Signal, SignalMeasure } from "../signals/signal.ts";
import { evaluateSegment, type Hypothesis } from "./evaluate-segment.ts";
import { learnTau2, moderatorOf, type Moderator, type Tau2 } from "./moderation.ts";

/** One signal over all segments of a look. */
export type SignalLook = { signal: Signal; measure: SignalMeasure; tau2: Tau2; moderator: Moderator; hypotheses: Hypothesis[] };

export function evaluateSignal(signal: Signal, look: Look): SignalLook {
  const measure = signal.measure(look);
  const tau2 = learnTau2(look, measure);
  const moderator = moderatorOf(signal, look, measure, tau2);
  const hypotheses = look.segments.map((segment, position) => evaluateSegment({ signal, measure, moderator, segment, position }));
  return { signal, measure, tau2, moderator, hypotheses };
}
