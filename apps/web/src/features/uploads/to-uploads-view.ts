import type { UploadDetailDto, UploadDto } from "@upstream/claims/schemas";
import { addDaysTo } from "../../ui/format/format-date.ts";
import { toIssueViews, toUploadView, type UploadScene } from "./to-upload-view.ts";
import { uploadsSentence } from "./upload-sentence.ts";
import type { UploadsView } from "./view-model.ts";

type Source = { items: readonly UploadDto[]; latest: UploadDetailDto | null; watermark: string | null };

/** The uploads page: files that run, the last one with its issues, and those before. */
export function toUploadsView({ items, latest, watermark }: Source, scene: UploadScene): UploadsView {
  const files = items.map((item) => toUploadView(item, scene));
  const running = files.filter((file) => file.state === "running");
  const done = files.filter((file) => file.state !== "running");
  const file = latest === null ? null : toUploadView(latest, scene);
  return {
    sentence: uploadsSentence(running.length, done[0] ?? null, watermark === null ? null : addDaysTo(watermark, -1)),
    running,
    latest: file === null || latest === null ? null : { file, issues: toIssueViews(latest.rules) },
    earlier: done,
  };
}
