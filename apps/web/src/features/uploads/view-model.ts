import type { Sentence } from "../../ui/page-sentence.tsx";
import type { Step } from "../../ui/steps.tsx";

export type UploadState = "running" | "loaded" | "partial" | "failed" | "cancelled" | "voided";

export type UploadCounts = {
  rows: number;
  loaded: number;
  rejected: number;
  flagged: number;
  fresh: number;
  updated: number;
  unchanged: number;
};

/** One file, running or done. */
export type UploadView = {
  id: string;
  href: string;
  name: string;
  state: UploadState;
  /** What stands beside the name: "6,102 of 6,120 rows", or why it was refused. */
  detail: string;
  steps: readonly Step[];
  /** Share done, 0–1, while it runs. */
  share: number | null;
  counts: UploadCounts;
  grade: string | null;
  score: number | null;
  receivedAt: string;
  when: string;
  /** Why the file was refused, with the remedy. */
  failure: string | null;
};

export type IssueView = {
  id: string;
  effect: "rejected" | "flagged" | "noted";
  what: string;
  remedy: string;
  rule: string;
  rows: number;
};

export type UploadsView = {
  sentence: Sentence;
  running: readonly UploadView[];
  /** The last file, when it was refused. */
  refused: UploadView | null;
  latest: { file: UploadView; issues: readonly IssueView[] } | null;
  earlier: readonly UploadView[];
};
