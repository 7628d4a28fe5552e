import { pageInput, zDate, zId, zText } from "@upstream/core/schemas";
import { z } from "zod";
import { uploadStatuses } from "./uploads/upload-status.ts";

export { payerSummaryDto, payerSummaryInput, payerTrendDto, payerTrendInput } from "./records/payer-schemas.ts";
export type { PayerSummaryDto, PayerSummaryInput, PayerTrendDto, PayerTrendInput } from "./records/payer-schemas.ts";

const count = z.number().int().min(0);
const cents = z.number().int();
const share = z.number().min(0).max(1);
const timestamp = z.iso.datetime();

export const claimOutcome = z.enum(["PAID", "DENIED", "PENDING", "REVERSED", "OTHER"]);
export const severity = z.enum(["error", "warning", "info"]);
const zRuleCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{2,39}$/)
  .meta({ example: "PHI_PAYER" });
export const grade = z.enum(["A", "B", "C", "D", "F"]);
export const uploadStatus = z.enum(uploadStatuses);

export const uploadDto = z.strictObject({
  id: zId("upload"),
  filename: z.string(),
  status: uploadStatus,
  byteCount: count,
  encoding: z.string().nullable(),
  isEncodingAssumed: z.boolean(),
  createdAt: timestamp,
  createdBy: z.string(),
  finishedAt: timestamp.nullable(),
  rowCount: count,
  acceptedCount: count,
  rejectedCount: count,
  warningCount: count.meta({ description: "Accepted rows with at least one warning, second copies of a row among them" }),
  newCount: count,
  updatedCount: count,
  unchangedCount: count,
  qualityScore: share.nullable(),
  grade: grade.nullable(),
  progress: share,
  failureCode: z.string().nullable(),
});
export const receivedUploadDto = z.strictObject({ id: zId("upload"), status: uploadStatus, isDuplicate: z.boolean() });

export const ruleCountDto = z.strictObject({ code: z.string(), severity, message: z.string(), remedy: z.string(), count });
export const uploadDetailDto = uploadDto.extend({
  columns: z.record(z.string(), z.string()),
  ignoredColumns: z.array(z.string()),
  dayFirst: z.boolean(),
  failure: z
    .strictObject({
      found: z.array(z.string()),
      missing: z.array(z.string()),
      duplicates: z.array(z.string()),
      guesses: z.array(z.strictObject({ column: z.string(), header: z.string() })),
      column: z.string().nullable(),
      examples: z.array(z.strictObject({ row: count, value: z.string() })),
      rowNo: count.nullable(),
    })
    .nullable(),
  rules: z.array(ruleCountDto),
});

export const uploadIdInput = z.strictObject({ uploadId: zId("upload") });
export const listUploadsInput = z.strictObject({
  ...pageInput,
  status: uploadStatus.optional(),
  search: zText(100).optional().meta({ description: "Part of the file's name" }),
  sort: z.enum(["-createdAt", "createdAt"]).default("-createdAt"),
});
export const issueDto = z.strictObject({
  id: zId("issue"),
  rowNo: count,
  column: z.string(),
  code: z.string(),
  severity,
  message: z.string(),
  remedy: z.string(),
});
export const listUploadIssuesInput = z.strictObject({
  ...pageInput,
  uploadId: zId("upload"),
  severity: severity.optional(),
  code: zRuleCode.optional(),
  sort: z.enum(["rowNo", "-rowNo"]).default("rowNo"),
});
export const uploadStatsDto = z.strictObject({
  fileCount: count,
  rowCount: count,
  acceptedCount: count,
  rejectedCount: count,
  acceptedShare: share,
  processingCount: count,
  failedCount: count,
  lastPublishedAt: timestamp.nullable(),
  newestDecisionOn: zDate.nullable(),
});

export const claimDto = z.strictObject({
  id: zId("claim"),
  claimNumber: z.string().nullable(),
  payer: z.string(),
  payerId: zId("payer"),
  cpt: z.string(),
  cptGroup: z.string(),
  outcome: claimOutcome,
  submittedDate: zDate,
  decidedDate: zDate.nullable(),
  billedCents: cents.nullable(),
  allowedCents: cents.nullable(),
  paidCents: cents.nullable(),
  denialReasonCode: z.string().nullable(),
});
export const listClaimsInput = z.strictObject({
  ...pageInput,
  payer: zText(255).optional().meta({ description: "Canonical payer name" }),
  cpt: z
    .string()
    .regex(/^[A-Za-z0-9]{1,16}$/)
    .optional(),
  cptGroup: zText(40).optional(),
  outcome: claimOutcome.optional(),
  facility: zText(255).optional(),
  denialReasonCode: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,16}$/)
    .optional(),
  submittedFrom: zDate.optional(),
  submittedTo: zDate.optional(),
  decidedFrom: zDate.optional(),
  decidedTo: zDate.optional(),
  minPaidCents: cents.optional(),
  uploadId: zId("upload").optional(),
  search: zText(64).optional().meta({ description: "The exact claim number" }),
  sort: z.enum(["-submittedDate", "submittedDate", "-decidedDate", "decidedDate", "-paidCents", "paidCents"]).default("-submittedDate"),
});
export const claimIdInput = z.strictObject({ claimId: zId("claim") });
export const claimDetailDto = claimDto.extend({
  lineNumber: z.string().nullable(),
  modifiers: z.array(z.string()),
  paymentDate: zDate.nullable(),
  serviceDate: zDate.nullable(),
  denialCodes: z.array(z.string()),
  denialText: z.string().nullable(),
  remarkCodes: z.array(z.string()),
  diagnosisCodes: z.array(z.string()),
  units: count.nullable(),
  providerNpi: z.string().nullable(),
  facility: z.string().nullable(),
  placeOfService: z.string().nullable(),
  planType: z.string().nullable(),
  authorizationRequired: z.boolean().nullable(),
  authorizationNumber: z.string().nullable(),
  authorizationObtained: z.boolean().nullable(),
  version: count,
  uploadId: zId("upload"),
  rowNo: count,
  updatedAt: timestamp,
  protectedFields: z
    .array(z.enum(["patientRef", "memberId", "patientName", "patientDob"]))
    .meta({ description: "Patient fields on file; their values are shown by reveal only" }),
});
export const claimVersionDto = z.strictObject({
  version: count,
  outcome: claimOutcome,
  submittedDate: zDate,
  decidedDate: zDate.nullable(),
  billedCents: cents.nullable(),
  allowedCents: cents.nullable(),
  paidCents: cents.nullable(),
  denialReasonCode: z.string().nullable(),
  uploadId: zId("upload"),
  filename: z.string(),
  rowNo: count,
  isCurrent: z.boolean(),
  isVoided: z.boolean(),
  replacedAt: timestamp.nullable(),
});
export const listClaimHistoryInput = z.strictObject({ ...pageInput, claimId: zId("claim") });
export const revealPhiInput = z.strictObject({ claimId: zId("claim"), reason: zText(200).pipe(z.string().min(5)) });
export const revealedPhiDto = z.strictObject({
  patientRef: z.string().nullable(),
  memberId: z.string().nullable(),
  patientName: z.string().nullable(),
  patientDob: z.string().nullable(),
});
export const qualityDto = z.strictObject({
  completeness: share,
  validity: share,
  uniqueness: share,
  timeliness: share,
  consistency: share,
  score: share,
  grade,
});
export const qualitySummaryDto = z.strictObject({
  current: qualityDto.nullable(),
  fileCount: count,
  rules: z.array(ruleCountDto),
  fields: z.array(z.strictObject({ column: z.string(), filledShare: share })),
  openAnomalyCount: count,
});
export const qualityTrendDto = z.strictObject({
  items: z.array(qualityDto.extend({ uploadId: zId("upload"), receivedOn: zDate, rowCount: count })),
});
export const anomalyDto = z.strictObject({
  id: zId("anomaly"),
  uploadId: zId("upload"),
  kind: z.enum(["VOLUME", "MISSING_FIELD", "OUTCOME_MIX", "DUPLICATES", "NEW_PAYERS"]),
  subject: z.string(),
  severity: z.enum(["low", "medium", "high", "critical"]),
  value: z.number(),
  usual: z.number(),
  foundAt: timestamp,
  acknowledgedAt: timestamp.nullable(),
});
export const listAnomaliesInput = z.strictObject({
  ...pageInput,
  isAcknowledged: z.boolean().optional(),
  sort: z.enum(["-foundAt", "foundAt"]).default("-foundAt"),
});
export const anomalyIdInput = z.strictObject({ anomalyId: zId("anomaly") });

export const validationRuleDto = z.strictObject({
  id: z.string(),
  field: z.string(),
  severity,
  defaultSeverity: severity,
  isEnabled: z.boolean(),
  isStructural: z.boolean(),
  message: z.string(),
  remedy: z.string(),
  allowedNames: z.array(z.string()),
});
export const validationRulesDto = z.strictObject({ items: z.array(validationRuleDto) });
export const updateValidationRuleInput = z.strictObject({
  id: zRuleCode,
  isEnabled: z.boolean().optional(),
  severity: severity.nullable().optional().meta({ description: "Null: the rule's own" }),
  allowedNames: z
    .array(zText(255))
    .max(500)
    .optional()
    .meta({ description: "Payer names that look like a person and are none; for PHI_PAYER" }),
});

export type UploadDto = z.infer<typeof uploadDto>;
export type UploadDetailDto = z.infer<typeof uploadDetailDto>;
export type ReceivedUploadDto = z.infer<typeof receivedUploadDto>;
export type UploadIdInput = z.infer<typeof uploadIdInput>;
export type ListUploadsInput = z.infer<typeof listUploadsInput>;
export type IssueDto = z.infer<typeof issueDto>;
export type RuleCountDto = z.infer<typeof ruleCountDto>;
export type ListUploadIssuesInput = z.infer<typeof listUploadIssuesInput>;
export type UploadStatsDto = z.infer<typeof uploadStatsDto>;
export type ClaimDto = z.infer<typeof claimDto>;
export type ListClaimsInput = z.infer<typeof listClaimsInput>;
export type ClaimIdInput = z.infer<typeof claimIdInput>;
export type ClaimDetailDto = z.infer<typeof claimDetailDto>;
export type ClaimVersionDto = z.infer<typeof claimVersionDto>;
export type ListClaimHistoryInput = z.infer<typeof listClaimHistoryInput>;
export type RevealPhiInput = z.infer<typeof revealPhiInput>;
export type RevealedPhiDto = z.infer<typeof revealedPhiDto>;
export type QualitySummaryDto = z.infer<typeof qualitySummaryDto>;
export type QualityTrendDto = z.infer<typeof qualityTrendDto>;
export type AnomalyDto = z.infer<typeof anomalyDto>;
export type ListAnomaliesInput = z.infer<typeof listAnomaliesInput>;
export type AnomalyIdInput = z.infer<typeof anomalyIdInput>;
export type ValidationRuleDto = z.infer<typeof validationRuleDto>;
export type ValidationRulesDto = z.infer<typeof validationRulesDto>;
export type UpdateValidationRuleInput = z.infer<typeof updateValidationRuleInput>;
