import type { UploadDetailDto } from "@upstream/claims/schemas";
import { dayInZone, formatDay } from "../../ui/format/format-date.ts";
import { formatBytes, formatCount, formatDecimal } from "../../ui/format/format-number.ts";
import type { UploadScene } from "./to-upload-view.ts";

function encodingText({ encoding, isEncodingAssumed }: UploadDetailDto): string | null {
  if (encoding === null) return null;
  const name = encoding
    .replace("utf-8-bom", "utf-8 with a mark")
    .replace(/^utf/, "UTF")
    .replace(/^windows/, "Windows");
  return isEncodingAssumed ? `${name}, assumed` : name;
}

/** What is known about a file: size, encoding, columns read and ignored, quality. */
export function uploadFacts(upload: UploadDetailDto, { zone, now }: UploadScene): (readonly [string, string])[] {
  const facts: (readonly [string, string | null])[] = [
    ["Received", formatDay(dayInZone(upload.createdAt, zone), dayInZone(now, zone))],
    ["Size", formatBytes(upload.byteCount)],
    ["Encoding", encodingText(upload)],
    ["Dates", upload.dayFirst ? "day first" : "month first"],
    ["Columns read", formatCount(Object.keys(upload.columns).length)],
    ["Columns ignored", upload.ignoredColumns.length === 0 ? "none" : upload.ignoredColumns.join(", ")],
    ["Quality", upload.qualityScore === null || upload.grade === null ? null : `${upload.grade}, ${formatDecimal(upload.qualityScore, 2)}`],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}
