import { formatCount, plural } from "../../ui/format/format-number.ts";
import { formatWeekday } from "../../ui/format/format-date.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";
import type { UploadView } from "./view-model.ts";

/** First sentence of the uploads: what is being read, how the last file went, how far decisions are complete. */
export function uploadsSentence(running: number, last: UploadView | null, watermark: string | null): Sentence {
  if (running === 0 && last === null)
    return [{ b: "Upload a claim file to begin." }, " About six months of decided claims are enough to compare."];
  const reading: Sentence =
    running === 0
      ? []
      : [
          { b: `${running === 1 ? "One file" : `${formatCount(running)} files`} ${plural(running, "is", "are")} being read` },
          last === null ? "." : ", and ",
        ];
  return [
    ...reading,
    ...(last === null ? [] : lastSentence(last, running === 0)),
    ...(watermark === null ? [] : [" Decisions are complete through ", { b: formatWeekday(watermark) }, "."]),
  ];
}

function lastSentence(last: UploadView, starts: boolean): Sentence {
  const the = starts ? "The" : "the";
  if (last.state === "failed") return [`${the} last file was `, { b: "refused" }, "."];
  if (last.state === "voided") return [`${the} last file was `, { b: "voided" }, "."];
  if (last.state === "cancelled") return [`${the} last file was `, { b: "cancelled" }, "."];
  return [
    `${the} last ${starts ? "file" : "one"} loaded `,
    { b: `${formatCount(last.counts.loaded)} of ${formatCount(last.counts.rows)}` },
    " rows.",
  ];
}

/** First sentence of one file. */
export function uploadSentence({ state, counts, failure, name }: UploadView): Sentence {
  const rows = { b: `${formatCount(counts.loaded)} of ${formatCount(counts.rows)} rows` };
  switch (state) {
    case "running":
      return [{ b: name }, " is being read: ", { b: formatCount(counts.rows) }, " rows so far."];
    case "failed":
      return [{ b: "This file was refused." }, ` ${failure ?? "Nothing was changed."}`];
    case "cancelled":
      return [{ b: "This file was cancelled." }, " Nothing of it counts."];
    case "voided":
      return [{ b: "This file was voided." }, " Its claims count nowhere; its history stays."];
    case "loaded":
      return [
        { b: "All " },
        { b: formatCount(counts.rows) },
        " rows are loaded: ",
        { b: `${formatCount(counts.fresh)} new` },
        `, ${formatCount(counts.updated)} updated, ${formatCount(counts.unchanged)} unchanged.`,
      ];
    case "partial":
      return [
        rows,
        ` are loaded; `,
        { b: `${formatCount(counts.rejected)} ${plural(counts.rejected, "was", "were")} rejected` },
        " and can be corrected.",
      ];
  }
}
