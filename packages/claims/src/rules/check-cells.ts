import { columnIds } from "../csv/columns.ts";
import type { ColumnId } from "../csv/columns.ts";
import { emptyRow } from "../csv/claim-row.ts";
import type { ClaimRow } from "../csv/claim-row.ts";
import { DateOrderEvidence } from "../csv/date-order.ts";
import { detectColumns } from "../csv/detect-columns.ts";
import { rowReader } from "../csv/read-row.ts";
import { dayOfCivil } from "../csv/read-date.ts";
import { ruleById } from "./index.ts";
import type { RuleEnv } from "./rule.ts";

export type Cells = Partial<Record<ColumnId, string>>;

/** 2026-06-01 is today; no payer name is specially allowed. */
export const testEnv: RuleEnv = { today: dayOfCivil(2026, 6, 1) ?? 0, allowedPayers: new Set() };

const good: Cells = {
  payer: "Aetna",
  cpt: "99213",
  submitted_date: "2026-03-02",
  outcome: "paid",
  decided_date: "2026-03-20",
  claim_id: "C-1001",
};

/** Reads cells (over a faultless row) as the upload path does. */
export function readCells(cells: Cells): ClaimRow {
  const all = { ...good, ...cells };
  const ids = columnIds.filter((id) => all[id] !== undefined);
  const row = emptyRow();
  rowReader(detectColumns(ids), false, new DateOrderEvidence()).read(
    ids.map((id) => all[id] ?? ""),
    2,
    row,
  );
  return row;
}

/** What one rule says of such a row: `column detail severity` per finding, empty when it has no objection. */
export function checkCells(ruleId: string, cells: Cells, change: Partial<ClaimRow> = {}, env: RuleEnv = testEnv): string[] {
  const rule = ruleById(ruleId);
  if (!rule) throw new Error(`No rule ${ruleId}`);
  const verdict = rule.check({ ...readCells(cells), ...change }, env);
  const findings = verdict === null ? [] : "column" in verdict ? [verdict] : verdict;
  return findings.map((finding) => `${finding.column} ${finding.detail} ${finding.severity ?? rule.severity}`);
}
