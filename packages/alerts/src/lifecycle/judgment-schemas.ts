import { pageInput, zDate, zId, zText } from "@upstream/core/schemas";
import { z } from "zod";

export const verdicts = ["real", "noise", "needs-follow-up"] as const;
export const zVerdict = z.enum(verdicts);
export type Verdict = z.infer<typeof zVerdict>;

export const judgmentReasons = ["known-seasonal", "data-error", "contract-change", "policy-change", "already-handled", "other"] as const;
const zReason = z.enum(judgmentReasons);

const values = {
  verdict: zVerdict,
  reasons: z.array(zReason).max(judgmentReasons.length),
  recoveredCents: z.number().int().min(0).max(100_000_000_000).nullable(),
  recoveredOn: z.string().nullable(),
  note: z.string().nullable(),
  followUpOn: z.string().nullable(),
};

export const judgmentDto = z.strictObject({
  id: z.string(),
  alertId: zId("alert"),
  operator: z.string(),
  operatorName: z.string().nullable(),
  ...values,
  judgedAt: z.iso.datetime(),
  history: z.array(z.strictObject({ ...values, judgedAt: z.iso.datetime() })),
});
export type JudgmentDto = z.infer<typeof judgmentDto>;

export const judgeAlertInput = z
  .strictObject({
    alertId: zId("alert"),
    verdict: zVerdict,
    reasons: z.array(zReason).max(judgmentReasons.length).default([]),
    recoveredCents: z.number().int().min(0).max(100_000_000_000).nullable().default(null),
    recoveredOn: zDate.nullable().default(null),
    note: zText(2000).nullable().default(null),
    followUpOn: zDate.nullable().default(null),
  })
  .refine((input) => input.recoveredOn === null || input.recoveredCents !== null, {
    path: ["recoveredOn"],
    error: "A date needs an amount",
  })
  .refine((input) => input.verdict !== "noise" || (input.recoveredCents ?? 0) === 0, {
    path: ["recoveredCents"],
    error: "Noise recovers nothing",
  })
  .refine((input) => input.followUpOn === null || input.verdict === "needs-follow-up", {
    path: ["followUpOn"],
    error: "Only a follow-up has a due date",
  });
export type JudgeAlertInput = z.infer<typeof judgeAlertInput>;

/** What a saved verdict does to later alerts of the same kind. */
export const judgmentEffect = z.strictObject({
  kind: z.enum(["mutes", "one-more-mutes", "keeps-coming", "nothing"]),
  /** Until when the kind is muted, or by when one more noise verdict would mute it. */
  until: z.iso.datetime().nullable(),
  text: z.string(),
});
export type JudgmentEffect = z.infer<typeof judgmentEffect>;

export const judgeAlertResult = z.strictObject({ judgment: judgmentDto, effect: judgmentEffect });
export type JudgeAlertResult = z.infer<typeof judgeAlertResult>;

export const listFeedbackInput = z.strictObject({ ...pageInput, alertId: zId("alert") });
export type ListFeedbackInput = z.infer<typeof listFeedbackInput>;
