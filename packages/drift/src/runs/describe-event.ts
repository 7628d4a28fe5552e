import type { Look } from "../look/prepare-look.ts";
import { holidayWeeks } from "../score/holidays.ts";
import type { Explanation, SeriesPoint } from "../signals/signal.ts";
import { windowWeeks } from "../windows.ts";
import type { HypothesisEvidence, GuardResult } from "./evaluate-segment.ts";
import type { SignalLook } from "./evaluate-signal.ts";
import type { StagedHypothesis } from "./step-stages.ts";

/** Everything that repeats the result: what was compared, how, and how sure it is. Counts and codes only. */
export type EventCard = Explanation & {
  method: string;
  mode: Look["mode"];
  watermark: number;
  asOf: number;
  window: number;
  base: { from: number; to: number };
  p: number;
  ps: number;
  pw: number;
  q: number;
  confidence: number;
  zs: { window: number; z: number }[];
  guard: GuardResult | null;
  tau2: number;
  t2: number;
  common: number;
  commonSe: number;
  holidayWeeks: number;
  smallest: number | null;
  isolatedBatches: number;
  uploads: string[];
  series: SeriesPoint[];
};

/** Name of the method and its constants; a change of either changes it. */
export const methodVersion = "A5.1";

const mostUploads = 50;

function uploadsOf(look: Look, position: number, window: number): string[] {
  const segment = look.segments[position];
  const { start, day, known, upload } = look.cells.decisions;
  const found = new Set<number>();
  for (let i = start[segment?.from ?? 0] ?? 0; i < (start[segment?.to ?? 0] ?? 0); i++) {
    const inWindow = (day[i] ?? 0) >= look.watermark - window && (day[i] ?? 0) < look.watermark && (known[i] ?? 0) <= look.asOf;
    if (inWindow) found.add(upload[i] ?? 0);
  }
  return [...found]
    .sort((a, b) => b - a)
    .slice(0, mostUploads)
    .flatMap((index) => look.cells.uploads[index]?.id ?? []);
}

export type CardInput = { look: Look; signalLook: SignalLook; hypothesis: StagedHypothesis; evidence: HypothesisEvidence; q: number };

/** The card of an event at its opening. */
export function describeEvent({ look, signalLook, hypothesis, evidence, q }: CardInput): EventCard {
  const { measure, tau2 } = signalLook;
  const { position, segment, zs } = hypothesis;
  const { finding, p, ps, pw, confidence } = evidence;
  const level = segment.group === -1 ? tau2.payer : tau2.group;
  const baseDays = look.base.to - look.base.from;
  return {
    method: methodVersion,
    mode: look.mode,
    watermark: look.watermark,
    asOf: look.asOf,
    window: finding.test.window,
    base: look.base,
    p,
    ps,
    pw,
    q,
    confidence,
    zs: [...zs].map(([window, z]) => ({ window, z })),
    guard: evidence.guard,
    tau2: level,
    ...finding.moderation,
    holidayWeeks: holidayWeeks(look.watermark, windowWeeks)
      .slice(0, finding.test.window / 7)
      .filter(Boolean).length,
    smallest: measure.smallest(position, level, baseDays) ?? null,
    isolatedBatches: look.isolated.filter(({ payer }) => payer === segment.payer).length,
    uploads: uploadsOf(look, position, finding.test.window),
    series: measure.series(position),
    ...measure.explain(position, finding),
  };
}
