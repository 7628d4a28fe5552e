import type { UploadDetailDto, UploadDto } from "@upstream/claims/schemas";
import { addDaysTo } from "../../ui/format/format-date.ts";
import { toIssueViews, toUploadView, type UploadScene } from "./to-upload-view.ts";
import { uploadsSentence } from "./upload-sentence.ts";
import type { UploadsView } from "./view-model.ts";

type Source = {
  items: readonly UploadDto[];
  /** The last file that was loaded. */
  latest: UploadDetailDto | null;
  /** The last file of all, when it was refused. */
  refused: UploadDetailDto | null;
  watermark: string | null;
};

const waiting: readonly UploadDto["status"][] = ["receiving", "received", "processing"];

/** Files whose details the page shows: the last one loaded, and the last of all when it was refused. */
export function shownUploads(items: readonly UploadDto[]): { latest: UploadDto | undefined; refused: UploadDto | undefined } {
  const last = items.find((item) => !waiting.includes(item.status));
  return {
    latest: items.find((item) => item.status === "partial" || item.status === "completed"),
    refused: last?.status === "failed" ? last : undefined,
  };
}

/** The uploads page: files that run, the last one with its issues, and those before. */
export function toUploadsView({ items, latest, refused, watermark }: Source, scene: UploadScene): UploadsView {
  const files = items.map((item) => toUploadView(item, scene));
  const running = files.filter((file) => file.state === "running");
  const done = files.filter((file) => file.state !== "running");
  const file = latest === null ? null : toUploadView(latest, scene);
  return {
    sentence: uploadsSentence(running.length, done[0] ?? null, watermark === null ? null : addDaysTo(watermark, -1)),
    running,
    refused: refused === null ? null : toUploadView(refused, scene),
    latest: file === null || latest === null ? null : { file, issues: toIssueViews(latest.rules) },
    earlier: done,
  };
}
