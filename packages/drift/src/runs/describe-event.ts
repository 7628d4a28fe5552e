import { maturity } from "../look/maturity.ts";
import { baseOf, type Look } from "../look/prepare-look.ts";
import { holidayWeeks } from "../score/holidays.ts";
import type { Explanation, Finding, SeriesPoint, SignalMeasure } from "../signals/signal.ts";
import { windowWeeks, type Baseline } from "../windows.ts";
import type { HypothesisEvidence, GuardResult } from "./evaluate-segment.ts";
import type { StagedHypothesis } from "./step-stages.ts";

/** What confirmed a change: the test of the look that opened its event. Fixed. */
export type FoundEvidence = {
  method: string;
  foundOn: number;
  foundWindow: number;
  p: number;
  ps: number;
  pw: number;
  q: number;
  confidence: number;
  zs: { window: number; z: number }[];
  guard: GuardResult | null;
};

/** What one look sees of a change: what was compared, and what is behind it. Told anew by each run that measures the event. */
export type SeenEvidence = Explanation & {
  mode: Look["mode"];
  watermark: number;
  asOf: number;
  window: number;
  base: Baseline;
  tau2: number;
  t2: number;
  common: number;
  commonSe: number;
  holidayWeeks: number;
  maturity: number | null;
  smallest: number | null;
  isolatedBatches: number;
  uploads: string[];
  series: SeriesPoint[];
};

/** Everything that repeats the result; counts and codes only. */
export type EventCard = FoundEvidence & SeenEvidence;

/** Name of the method and its constants; a change of either changes it. */
export const methodVersion = "A5.2";

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

export type SeenInput = { look: Look; measure: SignalMeasure; position: number; finding: Finding; tau2: number };

export function describeSeen({ look, measure, position, finding, tau2 }: SeenInput): SeenEvidence {
  const { window } = finding.test;
  const { watermark, asOf, mode } = look;
  const segment = look.segments[position] ?? { payer: -1, group: -1, from: 0, to: 0 };
  const base = baseOf(look, segment);
  const leftOut = holidayWeeks(watermark, windowWeeks).slice(0, window / 7);
  return {
    mode,
    watermark,
    asOf,
    window,
    base,
    tau2,
    ...finding.moderation,
    holidayWeeks: leftOut.filter(Boolean).length,
    maturity: maturity(look, segment, window) ?? null,
    smallest: measure.smallest(position, tau2, base.to - base.from) ?? null,
    isolatedBatches: look.isolated.filter(({ payer }) => payer === segment.payer).length,
    uploads: uploadsOf(look, position, window),
    series: measure.series(position),
    ...measure.explain(position, finding),
  };
}

export type FoundInput = { watermark: number; hypothesis: StagedHypothesis; evidence: HypothesisEvidence; q: number };

export function describeFound({ watermark, hypothesis, evidence, q }: FoundInput): FoundEvidence {
  const { finding, p, ps, pw, confidence, guard } = evidence;
  const zs = [...hypothesis.zs].map(([window, z]) => ({ window, z }));
  return { method: methodVersion, foundOn: watermark, foundWindow: finding.test.window, p, ps, pw, q, confidence, zs, guard };
}
