import type { ClaimRow } from "./claim-row.ts";
import { columnBit, columnIds } from "./columns.ts";
import type { ColumnId } from "./columns.ts";

export const maxCellLength = 8192;

/** Faults of a record's form, found before any rule; each rejects the record. */
export const structuralFaults = {
  CSV_QUOTES: { message: "A quote runs over several lines and swallowed cells", remedy: "Double every quote inside a cell, or remove it" },
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
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

/** A fault of the record itself: lines swallowed by a quote, more filled cells than the header has, or an enormous cell. */
export function recordFault(cells: readonly string[], width: number): StructuralFault | undefined {
  if (cells.length !== width && cells.some((cell) => cell.includes("\n") || cell.includes("\r"))) return "CSV_QUOTES";
  for (let at = width; at < cells.length; at += 1) if (cells[at] !== "") return "CSV_COLUMNS";
  for (const cell of cells) if (cell.length > maxCellLength) return "CSV_CELL";
  return undefined;
}

/** The column of a read row whose text is too long and that no rule speaks for. */
export function overlongColumn(row: ClaimRow): ColumnId | undefined {
  if ((row.tooLong & unruled) === 0) return undefined;
  return columnIds.find((id) => row.tooLong & unruled & columnBit[id]);
}
