import type { RuleCountDto, UploadDetailDto, UploadDto } from "@upstream/claims/schemas";
import { formatNearDay } from "../../ui/format/format-date.ts";
import { formatCount } from "../../ui/format/format-number.ts";
import type { Step } from "../../ui/steps.tsx";
import { failureText } from "./failure-text.ts";
import type { IssueView, UploadState, UploadView } from "./view-model.ts";

export type UploadScene = { base: string; zone: string; now: string };

const states: Record<UploadDto["status"], UploadState> = {
  receiving: "running",
  received: "running",
  processing: "running",
  completed: "loaded",
  partial: "partial",
  failed: "failed",
  cancelled: "cancelled",
  voided: "voided",
};

/** A file of the API as the console shows it. */
export function toUploadView(upload: UploadDto | UploadDetailDto, { base, zone, now }: UploadScene): UploadView {
  const state = states[upload.status];
  return {
    id: upload.id,
    href: `${base}/uploads/${upload.id}`,
    name: upload.filename,
    state,
    detail: detailOf(upload, state),
    steps: stepsOf(upload),
    share: state === "running" ? upload.progress : null,
    counts: {
      rows: upload.rowCount,
      loaded: upload.acceptedCount,
      rejected: upload.rejectedCount,
      flagged: upload.warningCount,
      fresh: upload.newCount,
      updated: upload.updatedCount,
      unchanged: upload.unchangedCount,
    },
    grade: state === "failed" ? null : upload.grade,
    score: upload.qualityScore,
    receivedAt: upload.createdAt,
    when: formatNearDay(upload.createdAt, zone, now),
    failure: state === "failed" ? failureText(upload.failureCode, "failure" in upload ? upload.failure : null) : null,
  };
}

function detailOf(upload: UploadDto, state: UploadState): string {
  switch (state) {
    case "running":
      return upload.status === "processing" ? "reading" : "waiting";
    case "failed":
      return "refused: nothing changed";
    case "cancelled":
      return "cancelled";
    case "voided":
      return "voided: counts nowhere";
    case "loaded":
      return `${formatCount(upload.acceptedCount)} rows`;
    case "partial":
      return `${formatCount(upload.acceptedCount)} of ${formatCount(upload.rowCount)} rows`;
  }
}

function stepsOf({ status, rowCount, progress }: UploadDto): Step[] {
  const at = status === "receiving" ? 0 : status === "received" || rowCount === 0 ? 1 : progress < 0.95 ? 2 : 3;
  return ["Stored, encrypted", "Columns found", "Rows checked", "Claims updated"].map((name, index) => ({
    name,
    state: index < at ? "done" : index === at ? "now" : "later",
  }));
}

const effects = { error: "rejected", warning: "flagged", info: "noted" } as const;

/** Issues by rule, rejected ones first, then by rows. */
export function toIssueViews(rules: readonly RuleCountDto[]): IssueView[] {
  const order = ["rejected", "flagged", "noted"];
  return rules
    .map((rule) => ({
      id: `${rule.code}-${rule.severity}`,
      effect: effects[rule.severity],
      what: rule.message,
      remedy: rule.remedy,
      rule: rule.code,
      rows: rule.count,
    }))
    .sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect) || b.rows - a.rows);
}
