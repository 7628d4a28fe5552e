import { formatCount, plural } from "../format/format-number.ts";

export type CauseView = { isRuledOut: boolean; title: string; text: string };

type Checked = {
  unit: "rate" | "days";
  evidence: {
    guard: string | null;
    holidayWeeks: number;
    isolatedBatches: number;
    /** Common movement of the other payers that was taken out; 0 when there was none. */
    commonMovement: number;
    uploadIds: readonly string[];
  };
};

/** Rows of the files behind a change, and how many of them were refused. */
export type FileRows = { rows: number; rejected: number };

/** Refused rows above this share could hide or make a part of a change. */
const doubtfulShare = 0.01;

/** What else could have made the change, each ruled out or left as a doubt, with its number. */
export function otherCauses({ unit, evidence }: Checked, files: FileRows | null): CauseView[] {
  return [timing(unit, evidence), oneFile(evidence), everyone(evidence), ...(files === null ? [] : [yourData(files)])];
}

function timing(unit: Checked["unit"], { guard, holidayWeeks }: Checked["evidence"]): CauseView {
  const left =
    holidayWeeks === 0 ? "" : ` ${formatCount(holidayWeeks)} ${plural(holidayWeeks, "holiday week is", "holiday weeks are")} left out.`;
  if (guard === "timing")
    return {
      isRuledOut: false,
      title: "Perhaps timing.",
      text: `The claims decided so far are younger than before; that alone could explain it.${left}`,
    };
  const how = unit === "days" ? "Claims that are still undecided count with their age." : "Claims are compared at the same age.";
  return { isRuledOut: true, title: "Not timing.", text: `${how}${left}` };
}

function oneFile({ guard, isolatedBatches, uploadIds }: Checked["evidence"]): CauseView {
  const out =
    isolatedBatches === 0
      ? ""
      : ` ${formatCount(isolatedBatches)} ${plural(isolatedBatches, "batch that stood alone is", "batches that stood alone are")} left out.`;
  if (guard === "batch")
    return { isRuledOut: false, title: "Perhaps one batch.", text: `Without its most telling batch the change is not confirmed.${out}` };
  const seen = `${formatCount(uploadIds.length)} ${plural(uploadIds.length, "file was", "files were")} looked at.`;
  return { isRuledOut: true, title: "Not one batch.", text: `The change stands without its most telling batch; ${seen}${out}` };
}

function everyone({ commonMovement }: Checked["evidence"]): CauseView {
  const text =
    commonMovement === 0
      ? "The other payers did not move together in these weeks."
      : "The other payers moved together; that is already taken out.";
  return { isRuledOut: true, title: "Not everyone.", text };
}

function yourData({ rows, rejected }: FileRows): CauseView {
  const text = `${formatCount(rejected)} of ${formatCount(rows)} rows of the files behind it were rejected.`;
  if (rejected <= rows * doubtfulShare) return { isRuledOut: true, title: "Not your data.", text };
  return { isRuledOut: false, title: "Your data: a doubt.", text: `${text} They could hide or make a part of the difference.` };
}
