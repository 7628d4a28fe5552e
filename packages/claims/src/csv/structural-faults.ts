import type { ClaimRow } from "./claim-row.ts";
import { cleanText } from "./clean-text.ts";
import { columnBit, columnIds } from "./columns.ts";
import type { ColumnId } from "./columns.ts";
import { delimiters } from "./sniff-dialect.ts";

export const maxCellLength = 8192;
/** Characters that a record with the five required columns has at least; most cells are shorter and need no second look. */
const shortestRecord = 20;

/** Faults of a record's form, found before any rule; each rejects the record. */
export const structuralFaults = {
  CSV_QUOTES: {
    message: "A quote is not closed where its cell ends and swallowed other cells",
    remedy: "Double every quote inside a cell, or remove it",
  },
  CSV_COLUMNS: { message: "The record has more cells than the header", remedy: "Quote cells that hold the delimiter" },
  CSV_CELL: { message: "A cell is longer than its column can hold", remedy: "Shorten the text" },
} as const;

export type StructuralFault = keyof typeof structuralFaults;

const ruledElsewhere: readonly ColumnId[] = [
  "payer",
  "cpt",
  "submitted_date",
  "decided_date",
  "payment_date",
  "service_date",
  "outcome",
  "claim_id",
  "billed_amount",
  "allowed_amount",
  "paid_amount",
  "units",
  "denial_reason_code",
  "remark_codes",
  "provider_npi",
  "diagnosis_codes",
  "modifiers",
  "place_of_service",
  "authorization_required",
  "authorization_number",
  "authorization_obtained",
];
const unruled = columnIds.filter((id) => !ruledElsewhere.includes(id)).reduce((bits, id) => bits | columnBit[id], 0);

/** Whether every cell of a record is empty; such a record is no row. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cleanText(cell) !== "") return false;
  return true;
}

const isManyLined = (cell: string) => cell.includes("\n") || cell.includes("\r");
const countOf = (text: string, part: string) => text.split(part).length - 1;

/** Whether cells of several lines hold as many delimiters as the records that a stray quote swallowed would have. */
function holdsRecords(cells: readonly string[], width: number): boolean {
  const long = cells.filter(isManyLined);
  const lines = long.reduce((sum, cell) => sum + cell.split(/\r\n|\r|\n/).length - 1, 0);
  return delimiters.some((delimiter) => long.reduce((sum, cell) => sum + countOf(cell, delimiter), 0) >= lines * (width - 1));
}

/** Whether a record is short since a quote opened in one of its cells ends in the middle of another. */
const isTorn = (cells: readonly string[]) =>
  cells.some((cell) => cell.startsWith('"') && delimiters.some((delimiter) => cell.includes(delimiter)));

/** A record with fewer or more cells than the header has. */
function widthFault(cells: readonly string[], width: number, spare: number): StructuralFault | undefined {
  if (cells.length === width) return undefined;
  const isSwallowed = cells.some(isManyLined);
  if (cells.length < width) return isSwallowed || isTorn(cells) ? "CSV_QUOTES" : undefined;
  if (cells.length > width + spare) return isSwallowed ? "CSV_QUOTES" : "CSV_COLUMNS";
  return cells.slice(width).some((cell) => cell.trim() !== "") ? "CSV_COLUMNS" : undefined;
}

/**
 * A fault of the record itself: cells or lines swallowed by a quote, more cells than the header has, or an enormous cell.
 * `spare`: empty cells that this file writes behind each record.
 */
export function recordFault(cells: readonly string[], width: number, spare = 0): StructuralFault | undefined {
  const fault = widthFault(cells, width, spare);
  if (fault !== undefined) return fault;
  for (const cell of cells) {
    if (cell.length < shortestRecord) continue;
    if (cell.length > maxCellLength) return "CSV_CELL";
    if (isManyLined(cell) && holdsRecords(cells, width)) return "CSV_QUOTES";
  }
  return undefined;
}

/** The column of a read row whose text is too long and that no rule speaks for. */
export function overlongColumn(row: ClaimRow): ColumnId | undefined {
  if ((row.tooLong & unruled) === 0) return undefined;
  return columnIds.find((id) => row.tooLong & unruled & columnBit[id]);
}
