import type { UploadDetailDto } from "@upstream/claims/schemas";

const columnNames: Record<string, string> = {
  payer: "payer",
  cpt: "CPT",
  submitted_date: "submitted date",
  decided_date: "decision date",
  outcome: "outcome",
};

const texts: Record<string, string> = {
  empty_file: "The file is empty. Export it again and send it.",
  not_csv: "This is not a CSV, TSV or pipe file. Export the claims as CSV and send that.",
  nul_byte: "The file holds bytes that no text has. Export it again as CSV in UTF-8.",
  unclosed_quote: "A quote is opened and never closed. Export the file again.",
  record_too_long: "One row is too long to be a claim. Check the delimiter and the quotes.",
  too_many_columns: "The file has too many columns. Export only the claim columns.",
  duplicate_columns: "Two columns have the same name. Rename one and send the file again.",
  mapping_unknown_header: "The saved mapping names a column that this file does not have.",
  DATE_ORDER: "Day and month of the dates cannot be told apart. Say in the mapping which comes first.",
  no_header:
    "The first row names no known columns. Put one header row with payer, CPT, submitted date, outcome and decision date above the claims, and nothing above it.",
  no_rows: "The file has a header but no claims below it. Export it again and send it.",
  no_accepted_row: "No row could be loaded; every one has an issue. Get the rows, correct them and send them again.",
  not_received: "The file did not arrive whole. Send it again.",
  interrupted: "Reading stopped half-way and nothing of it was kept. Send the file again.",
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1] ?? ""}`;

/** Why a file was not even stored: known reasons in our words, others in the server's. */
export function refusalText(answer: { reason?: string; detail?: string; errors?: readonly { detail: string }[] }): string {
  const known = texts[answer.reason ?? ""];
  if (known !== undefined) return known;
  const detail = answer.errors?.[0]?.detail ?? answer.detail;
  return detail === undefined ? "Nothing was changed." : `${detail.replace(/\.$/, "")}. Nothing was changed.`;
}

/** The names that the file has, and those nearest to what is missing. */
function headerNames({ found, guesses }: NonNullable<UploadDetailDto["failure"]>): string {
  const closest = [...new Set(guesses.map((guess) => guess.header))];
  const has = found.length === 0 ? "" : ` This file has: ${found.join(", ")}.`;
  return closest.length === 0 ? has : `${has} Closest: ${closest.join(", ")}.`;
}

/** Why a file was refused and what to do: for missing columns, what it has instead and what is closest. */
export function failureText(code: string | null, failure: UploadDetailDto["failure"]): string {
  if (code === "missing_columns" && failure !== null) {
    const missing = failure.missing.map((column) => columnNames[column] ?? column.replaceAll("_", " "));
    return `No ${listed(missing)} was found.${headerNames(failure)}`;
  }
  const names = code === "no_header" && failure !== null ? headerNames(failure) : "";
  const where = failure?.rowNo == null ? "" : ` Row ${failure.rowNo.toLocaleString("en-US")}.`;
  return `${texts[code ?? ""] ?? "The file could not be read. Nothing was changed."}${names}${where}`;
}
