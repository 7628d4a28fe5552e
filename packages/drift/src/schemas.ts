import { claimDto } from "@upstream/claims/schemas";
import { pageInput, pageOf, zDate, zId, zText } from "@upstream/core/schemas";
import { z } from "zod";
import { signalIds } from "./signals/signal-ids.ts";

export const driftSignal = z.enum(signalIds);
export const driftSeverity = z.enum(["low", "medium", "high", "critical"]);
export const driftEventState = z.enum(["opened", "continuing", "worsened", "recovered"]);
export const driftChangeKind = z.enum(["opened", "continuing", "worsened", "recovered", "withdrawn"]);
export const driftEndReason = z.enum(["returned", "no-data", "withdrawn"]);

/** Why a run is made; `asOf` looks from the data that was known on that day. */
export const runDriftInput = z.strictObject({ kind: z.enum(["upload", "daily", "weekly", "manual"]), asOf: zDate.optional() });
export type RunDriftInput = z.infer<typeof runDriftInput>;

/** A run on demand, in the background. */
export const requestDriftRunInput = z.strictObject({ asOf: zDate.optional() });
export type RequestDriftRunInput = z.infer<typeof requestDriftRunInput>;
export const driftRunRequestDto = z.strictObject({ requestId: z.string() });

export const driftRunDto = z.strictObject({
  id: zId("driftRun"),
  kind: runDriftInput.shape.kind,
  asOf: z.string(),
  status: z.enum(["COMPLETED", "NOT_ENOUGH_HISTORY"]),
  /** Day before which decisions are complete. */
  watermark: zDate.nullable(),
  historyDays: z.number().int(),
  neededDays: z.number().int(),
  method: z.string(),
  feedMode: z.enum(["submission", "remittance"]).nullable(),
  lookCount: z.number().int(),
  isHistoric: z.boolean(),
  segmentCount: z.number().int(),
  testedCount: z.number().int(),
  openedCount: z.number().int(),
  worsenedCount: z.number().int(),
  recoveredCount: z.number().int(),
  requestedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
});
export type DriftRunDto = z.infer<typeof driftRunDto>;

export const driftRunDetailDto = driftRunDto.extend({
  uploads: z.array(z.strictObject({ id: zId("upload"), sha256: z.string() })),
  cellsSha256: z.string(),
});
export type DriftRunDetailDto = z.infer<typeof driftRunDetailDto>;

export const listDriftRunsInput = z.strictObject({ ...pageInput });
export type ListDriftRunsInput = z.infer<typeof listDriftRunsInput>;
export const getDriftRunInput = z.strictObject({ runId: zId("driftRun") });
export type GetDriftRunInput = z.infer<typeof getDriftRunInput>;

export const impactDto = z.strictObject({ cents: z.number(), lowCents: z.number(), highCents: z.number() });

const eventFields = {
  id: zId("driftEvent"),
  signal: driftSignal,
  payerId: zId("payer"),
  payer: z.string(),
  /** Null when the whole payer changed. */
  cptGroup: z.string().nullable(),
  direction: z.enum(["higher", "lower"]),
  isHarm: z.boolean(),
  state: driftEventState,
  isHistoric: z.boolean(),
  openedOn: zDate,
  endedOn: zDate.nullable(),
  severity: driftSeverity,
  unit: z.enum(["rate", "days"]),
  before: z.number(),
  now: z.number(),
  effect: z.number(),
  effectLow: z.number(),
  effectHigh: z.number(),
  /** Each month; null when the data hold no amounts. */
  impact: impactDto.nullable(),
  confidence: z.number(),
  sentence: z.string(),
};

export const driftEventDto = z.strictObject(eventFields);
export type DriftEventDto = z.infer<typeof driftEventDto>;

const day = zDate;
const measuredWindow = z.strictObject({ from: day, to: day, n: z.number(), count: z.number().nullable(), value: z.number() });

/** `method` to `guard` say what confirmed the change and stay; all else is what the newest run that saw it says. */
export const driftEvidenceDto = z.strictObject({
  method: z.string(),
  /** Watermark and window of the look that confirmed the change: what p, q, evidence, z and guard are about. */
  foundOn: day,
  foundWindowDays: z.number().int(),
  p: z.number(),
  pSearched: z.number(),
  evidence: z.number(),
  q: z.number(),
  zByWindow: z.array(z.strictObject({ windowDays: z.number().int(), z: z.number() })),
  guard: z.enum(["passed", "immaterial", "timing", "batch"]).nullable(),
  feedMode: z.enum(["submission", "remittance"]),
  watermark: day,
  asOf: day,
  windowDays: z.number().int(),
  baselineDays: z.number().int(),
  overDispersion: z.number(),
  commonMovement: z.number(),
  holidayWeeks: z.number().int(),
  isolatedBatches: z.number().int(),
  /** Share of the claims submitted in the window that would be decided by now as in the baseline; null for feeds without undecided claims. */
  maturity: z.number().nullable(),
  smallestChange: z.number().nullable(),
  split: z.strictObject({ behaviour: z.number(), mix: z.number() }).nullable(),
  slices: z.array(
    z.strictObject({ dimension: z.enum(["cpt", "reason"]), value: z.string(), shareOfChange: z.number(), shareOfVolume: z.number() }),
  ),
  reasons: z.array(z.strictObject({ code: z.string(), n: z.number(), of: z.number() })),
  /** By week of decision up to `watermark`: the denied share, or the mean days to a decision, of all claims decided in that week. */
  series: z.array(z.strictObject({ week: day, n: z.number(), value: z.number().nullable() })),
  uploadIds: z.array(zId("upload")),
});
export type DriftEvidenceDto = z.infer<typeof driftEvidenceDto>;

export const driftChangeDto = z.strictObject({
  runId: zId("driftRun"),
  kind: driftChangeKind,
  measuredOn: day,
  value: z.number(),
  effect: z.number(),
  effectLow: z.number(),
  effectHigh: z.number(),
  severity: driftSeverity,
  impactCents: z.number().nullable(),
});

export const driftEventDetailDto = z.strictObject({
  ...eventFields,
  watchedOn: day,
  endReason: driftEndReason.nullable(),
  reopenedCount: z.number().int(),
  baseline: measuredWindow,
  current: measuredWindow,
  q: z.number(),
  attached: z.array(z.strictObject({ signal: driftSignal, cptGroup: z.string().nullable(), on: day })),
  evidence: driftEvidenceDto,
  life: z.array(driftChangeDto),
});
export type DriftEventDetailDto = z.infer<typeof driftEventDetailDto>;

/** A change as the newest run sees it, beside an alert. */
export const currentChangeDto = z.strictObject({
  state: driftEventState,
  severity: driftSeverity,
  /** Watermark of the newest measurement. */
  measuredOn: day,
  effect: z.number(),
  effectLow: z.number(),
  effectHigh: z.number(),
  impactCents: z.number().nullable(),
  impactLowCents: z.number().nullable(),
  impactHighCents: z.number().nullable(),
  sentence: z.string(),
});
export type CurrentChangeDto = z.infer<typeof currentChangeDto>;

export const driftEventSorts = ["-openedOn", "openedOn", "-impact"] as const;
export const listDriftEventsInput = z.strictObject({
  ...pageInput,
  signal: driftSignal.optional(),
  payer: zText(255).optional().meta({ description: "The payer's name" }),
  payerId: zId("payer").optional(),
  cptGroup: z.string().min(1).max(40).optional(),
  status: driftEventState.optional(),
  isOpen: z.boolean().optional(),
  isHarm: z.boolean().optional(),
  minSeverity: driftSeverity.optional().meta({ description: "This severity or a higher one" }),
  sort: z.enum(driftEventSorts).optional().meta({ description: "-openedOn when absent" }),
});
export type ListDriftEventsInput = z.infer<typeof listDriftEventsInput>;
export const getDriftEventInput = z.strictObject({ driftEventId: zId("driftEvent") });
export type GetDriftEventInput = z.infer<typeof getDriftEventInput>;

export const listEventClaimsInput = z.strictObject({ driftEventId: zId("driftEvent"), ...pageInput });
export type ListEventClaimsInput = z.infer<typeof listEventClaimsInput>;
export const eventClaimsDto = pageOf(claimDto);

export const listEventSeriesInput = z.strictObject({ driftEventIds: z.array(zId("driftEvent")).min(1).max(50) });
export type ListEventSeriesInput = z.infer<typeof listEventSeriesInput>;
export const eventSeriesDto = z.strictObject({
  items: z.array(
    z.strictObject({
      id: zId("driftEvent"),
      watermark: day,
      windowDays: driftEvidenceDto.shape.windowDays,
      /** Claims of the current window, and those with the event where the signal counts events. */
      n: z.number(),
      count: z.number().nullable(),
      series: driftEvidenceDto.shape.series,
    }),
  ),
});
export type EventSeriesDto = z.infer<typeof eventSeriesDto>;

export const segmentDto = z.strictObject({
  payerId: zId("payer"),
  payer: z.string(),
  cptGroup: z.string().nullable(),
  /** `few`: too few claims to tell; `tested`: compared with its own past. */
  status: z.enum(["tested", "few"]),
  windowDays: z.number().int().nullable(),
  n: z.number(),
  before: z.number().nullable(),
  now: z.number().nullable(),
  effect: z.number().nullable(),
  effectLow: z.number().nullable(),
  effectHigh: z.number().nullable(),
  q: z.number().nullable(),
  confidence: z.number().nullable(),
  /** Smallest harmful change that 28 days would show. */
  smallestChange: z.number().nullable(),
  driftEventId: zId("driftEvent").nullable(),
  severity: driftSeverity.nullable(),
});
export type SegmentDto = z.infer<typeof segmentDto>;

export const listSegmentsInput = z.strictObject({ signal: driftSignal.default("DENIAL_RATE"), runId: zId("driftRun").optional() });
export type ListSegmentsInput = z.infer<typeof listSegmentsInput>;
export const segmentMapDto = z.strictObject({
  signal: driftSignal,
  label: z.string(),
  unit: z.enum(["rate", "days"]),
  run: driftRunDto.nullable(),
  segments: z.array(segmentDto),
  openBySignal: z.array(z.strictObject({ signal: driftSignal, label: z.string(), open: z.number().int() })),
});
export type SegmentMapDto = z.infer<typeof segmentMapDto>;
