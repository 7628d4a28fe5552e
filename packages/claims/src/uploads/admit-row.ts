import type { ClaimRow } from "../csv/claim-row.ts";
import { emptyRow } from "../csv/claim-row.ts";
import { columnAt, columnBit, columnIds } from "../csv/columns.ts";
import type { ColumnId } from "../csv/columns.ts";
import type { DateOrderEvidence } from "../csv/date-order.ts";
import type { DetectedColumns } from "../csv/detect-columns.ts";
import { rowReader } from "../csv/read-row.ts";
import { overlongColumn, recordFault } from "../csv/structural-faults.ts";
import { redactPhi } from "../rules/phi-patterns.ts";
import type { RuleEnv, Severity } from "../rules/rule.ts";
import { runRules } from "../rules/run-rules.ts";
import type { ActiveRule } from "../rules/active-rules.ts";

/** One finding as it is stored: never a value. */
export type Issue = { rowNo: number; column: ColumnId; code: string; detail: string; severity: Severity };

export type IssueTaker = (issue: Issue) => void;

export type RowAdmitter = {
  /** The row last read, in normal form; good until the next call. */
  row: ClaimRow;
  /** Columns that the file has, as bits. */
  mapped: number;
  /** Reads a record and runs every rule on it; false rejects it. */
  admit(cells: readonly string[], rowNo: number): boolean;
};

/** `spareCells`: empty cells that the file writes behind each record. */
export type AdmissionPlan = { columns: DetectedColumns; spareCells: number; dayFirst: boolean; rules: readonly ActiveRule[]; env: RuleEnv };

/** What the table holds; the words put in for short finds can make a text longer. */
const longestDenialText = 4000;

/** Left as the payer's remark, a person's data would be stored: the rule flags, this removes. */
function settle(row: ClaimRow, hasPhi: boolean): void {
  if (row.outcome === "PENDING") row.decidedDay = null;
  if (hasPhi) row.denialText = redactPhi(row.denialText).slice(0, longestDenialText);
}

/** Reads records of a file one after another: form, spellings, then all rules in force. */
export function rowAdmitter(plan: AdmissionPlan, order: DateOrderEvidence, take: IssueTaker): RowAdmitter {
  const row = emptyRow();
  const reader = rowReader(plan.columns, plan.dayFirst, order);
  let hasPhi = false;
  const sink = (rowNo: number, active: ActiveRule, finding: { column: ColumnId; detail: string }, severity: Severity) => {
    if (active.rule.id === "PHI_DENIAL") hasPhi = true;
    take({ rowNo, column: finding.column, code: active.rule.id, detail: finding.detail, severity });
  };
  const reject = (rowNo: number, column: ColumnId, code: string) => {
    take({ rowNo, column, code, detail: "default", severity: "error" });
    return false;
  };
  return {
    row,
    mapped: columnIds.reduce((bits, id) => ((plan.columns.cellOf[columnAt[id]] ?? -1) >= 0 ? bits | columnBit[id] : bits), 0),
    admit: (cells, rowNo) => {
      hasPhi = false;
      reader.read(cells, rowNo, row);
      const fault = recordFault(cells, plan.columns.width, plan.spareCells);
      if (fault) return reject(rowNo, "payer", fault);
      const overlong = overlongColumn(row);
      if (overlong) return reject(rowNo, overlong, "CSV_CELL");
      const stands = runRules(plan.rules, row, plan.env, sink);
      if (stands) settle(row, hasPhi);
      return stands;
    },
  };
}

/** Whether a row stands only because the customer softened a rule that the database would otherwise insist on. */
export function isException(row: ClaimRow): boolean {
  if (row.decidedDay !== null && row.submittedDay !== null && row.decidedDay < row.submittedDay) return true;
  if (row.outcome === "REVERSED") return false;
  return (row.billedCents ?? 0) < 0 || (row.allowedCents ?? 0) < 0 || (row.paidCents ?? 0) < 0;
}
