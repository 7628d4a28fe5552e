import { zId } from "@upstream/core/schemas";
import { z } from "zod";

const evidenceWindow = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** Claims looked at. */
  n: z.number(),
  /** Claims with the event, where the signal counts events. */
  count: z.number().nullable(),
  /** Value of the signal in its unit. */
  value: z.number().nullable(),
});

export const nextStep = z.strictObject({
  urgency: z.enum(["today", "this-week", "then"]),
  title: z.string(),
  detail: z.string(),
});
export type NextStep = z.infer<typeof nextStep>;

/** What an alert knows about its change when it is raised: numbers with units, where it comes from, next steps. */
export const alertEvidence = z.strictObject({
  unit: z.string(),
  baseline: evidenceWindow.nullable(),
  current: evidenceWindow.nullable(),
  effect: z.number().nullable(),
  effectLow: z.number().nullable(),
  effectHigh: z.number().nullable(),
  q: z.number().nullable(),
  slices: z.array(
    z.strictObject({
      dimension: z.string(),
      value: z.string(),
      shareOfChange: z.number().nullable(),
      shareOfVolume: z.number().nullable(),
    }),
  ),
  nextSteps: z.array(nextStep),
});
export type AlertEvidence = z.infer<typeof alertEvidence>;

const sampleClaim = z.strictObject({
  claimId: zId("claim"),
  cpt: z.string().nullable(),
  submittedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
  facility: z.string().nullable(),
  billedCents: z.number().nullable(),
});
export type SampleClaim = z.infer<typeof sampleClaim>;

/** The evidence with the dearest claims behind the change as they are now; no patient data. */
export const alertEvidenceDto = z.strictObject({ ...alertEvidence.shape, sampleClaims: z.array(sampleClaim) });
