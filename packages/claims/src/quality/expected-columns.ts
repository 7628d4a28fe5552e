import type { ClaimRow } from "../csv/claim-row.ts";
import { columnBit, requiredColumns } from "../csv/columns.ts";

const required = requiredColumns.reduce((bits, column) => bits | columnBit[column], 0) & ~columnBit.decided_date;
const always = columnBit.claim_id | columnBit.billed_amount;

/**
 * Columns that this row should fill, as bits: the required ones (a decision date unless pending), claim id and billed amount,
 * allowed and paid amount when paid, a denial code when denied. Optional ones count only where the file has the column (`mapped`).
 */
export function expectedColumns(row: ClaimRow, mapped: number): number {
  let bits = required | (always & mapped);
  if (row.outcome !== "PENDING") bits |= columnBit.decided_date;
  if (row.outcome === "PAID") bits |= (columnBit.allowed_amount | columnBit.paid_amount) & mapped;
  if (row.outcome === "DENIED") bits |= columnBit.denial_reason_code & mapped;
  return bits;
}
