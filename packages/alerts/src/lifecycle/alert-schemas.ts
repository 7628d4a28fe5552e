import { pageInput, zId, zInstant, zText } from "@upstream/core/schemas";
import { currentChangeDto } from "@upstream/drift/schemas";
import { z } from "zod";
import { zSeverity, zSignal } from "../alert-rules/rule-schemas.ts";
import { alertEvidenceDto } from "./evidence-schemas.ts";
import { judgmentDto } from "./judgment-schemas.ts";

export const alertStates = ["open", "acknowledged", "snoozed", "resolved", "suppressed"] as const;
export const zAlertState = z.enum(alertStates);
export type AlertState = z.infer<typeof zAlertState>;

export const manualResolutions = ["fixed", "appealed", "accepted", "noise", "already-handled", "other"] as const;
const zResolution = z.enum([...manualResolutions, "recovered", "withdrawn", "superseded"]);
export type Resolution = z.infer<typeof zResolution>;

const alertFields = {
  id: zId("alert"),
  state: zAlertState,
  severity: zSeverity,
  signal: z.string(),
  payer: z.string(),
  cptGroup: z.string().nullable(),
  isHarm: z.boolean(),
  cause: z.enum(["opened", "reopened", "worsened", "matched"]),
  sentence: z.string().meta({ description: "As measured last; once the alert is resolved, as it was raised" }),
  impactKind: z.enum(["at-stake", "held-back", "unknown"]),
  impactCents: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Each month, as measured last; once the alert is resolved, as it was raised" }),
  impactLowCents: z.number().int().nullable(),
  impactHighCents: z.number().int().nullable(),
  assigneeUserId: zId("user").nullable(),
  assigneeName: z.string().nullable(),
  raisedAt: z.iso.datetime(),
  snoozedUntil: z.iso.datetime().nullable(),
  followUpOn: z.string().nullable(),
  driftEventId: zId("driftEvent"),
};

export const alertDto = z.strictObject(alertFields);
export type AlertDto = z.infer<typeof alertDto>;

export const alertDetail = z.strictObject({
  ...alertFields,
  version: z.number().int(),
  direction: z.enum(["higher", "lower"]),
  raised: z
    .strictObject({
      sentence: z.string(),
      impactCents: z.number().int().nullable(),
      impactLowCents: z.number().int().nullable(),
      impactHighCents: z.number().int().nullable(),
    })
    .meta({ description: "What was told when the alert was raised; the evidence is of that look too" }),
  confidence: z.number().nullable(),
  startedOn: z.string().nullable(),
  isHistoric: z.boolean(),
  rule: z.strictObject({ id: zId("alertRule"), name: z.string() }),
  driftRunId: zId("driftRun"),
  change: currentChangeDto.nullable().meta({ description: "The change as measured last, also of a resolved alert" }),
  acknowledgedAt: z.iso.datetime().nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  resolution: zResolution.nullable(),
  evidence: alertEvidenceDto,
  transitions: z.array(
    z.strictObject({
      action: z.string(),
      fromState: z.string().nullable(),
      toState: z.string(),
      actor: z.string(),
      detail: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  judgments: z.array(judgmentDto),
  deliveries: z.array(
    z.strictObject({ id: zId("delivery"), channelName: z.string(), recipient: z.string(), state: z.string(), at: z.iso.datetime() }),
  ),
  earlier: z.array(
    z.strictObject({
      id: zId("alert"),
      state: z.string(),
      severity: z.string(),
      raisedAt: z.iso.datetime(),
      verdict: z.string().nullable(),
      recoveredCents: z.number().nullable(),
    }),
  ),
  suppression: z
    .strictObject({ id: zId("suppression"), reason: z.enum(["cooldown", "noise"]), until: z.iso.datetime(), text: z.string() })
    .nullable(),
});
export type AlertDetail = z.infer<typeof alertDetail>;

export const alertSorts = ["-impact", "-raisedAt", "raisedAt"] as const;

export const listAlertsInput = z.strictObject({
  ...pageInput,
  status: z.array(zAlertState).min(1).max(5).optional(),
  severity: z.array(zSeverity).min(1).max(4).optional(),
  payer: zText(255).optional(),
  signal: zSignal.optional(),
  /** A person's id, or `none` for alerts nobody has. */
  assignee: z.union([zId("user"), z.literal("none")]).optional(),
  search: zText(120).optional(),
  sort: z.enum(alertSorts).default("-raisedAt"),
});
export type ListAlertsInput = z.infer<typeof listAlertsInput>;

export const alertRef = z.strictObject({ alertId: zId("alert") });
export type AlertRef = z.infer<typeof alertRef>;

const note = zText(2000).nullable().default(null);
const until = zInstant;

export const acknowledgeAlertInput = z.strictObject({ alertId: zId("alert"), note });
export type AcknowledgeAlertInput = z.infer<typeof acknowledgeAlertInput>;
export const assignAlertInput = z.strictObject({ alertId: zId("alert"), userId: zId("user").nullable() });
export type AssignAlertInput = z.infer<typeof assignAlertInput>;
export const resolveAlertInput = z.strictObject({ alertId: zId("alert"), reason: z.enum(manualResolutions), note });
export type ResolveAlertInput = z.infer<typeof resolveAlertInput>;
export const snoozeAlertInput = z.strictObject({ alertId: zId("alert"), until });
export type SnoozeAlertInput = z.infer<typeof snoozeAlertInput>;
export const reopenAlertInput = z.strictObject({ alertId: zId("alert"), note });
export type ReopenAlertInput = z.infer<typeof reopenAlertInput>;

const alertIds = z.array(zId("alert")).min(1).max(200);
export const bulkAlertsInput = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("acknowledge"), alertIds }),
  z.strictObject({ action: z.literal("assign"), alertIds, userId: zId("user").nullable() }),
  z.strictObject({ action: z.literal("snooze"), alertIds, until }),
  z.strictObject({ action: z.literal("resolve"), alertIds, reason: z.enum(manualResolutions) }),
  z.strictObject({ action: z.literal("reopen"), alertIds }),
]);
export type BulkAlertsInput = z.infer<typeof bulkAlertsInput>;

export const bulkAlertsResult = z.strictObject({
  changed: z.array(zId("alert")),
  /** Alerts left as they were, with the reason: `not-found`, `resolved`, `suppressed`, `same`. */
  skipped: z.array(z.strictObject({ alertId: zId("alert"), reason: z.string() })),
});
export type BulkAlertsResult = z.infer<typeof bulkAlertsResult>;

export const suppressedDto = z.strictObject({
  id: zId("suppression"),
  reason: z.enum(["cooldown", "noise"]),
  until: z.iso.datetime(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  alert: alertDto,
});
export type SuppressedDto = z.infer<typeof suppressedDto>;

export const listSuppressedInput = z.strictObject({ ...pageInput });
export type ListSuppressedInput = z.infer<typeof listSuppressedInput>;
export const suppressionRef = z.strictObject({ suppressionId: zId("suppression") });
export type SuppressionRef = z.infer<typeof suppressionRef>;
