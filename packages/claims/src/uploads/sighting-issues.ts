import type { Sighting } from "../csv/claim-row.ts";
import { emptyRow } from "../csv/claim-row.ts";
import type { RuleEnv } from "../rules/rule.ts";
import type { ActiveRule } from "../rules/active-rules.ts";
import type { Issue } from "./admit-row.ts";

const env: RuleEnv = { today: 0, allowedPayers: new Set() };

/** The rules that speak of a row's standing to others, which only the database knows. */
export const sightingRules: ReadonlySet<string> = new Set(["UNQ_ROW_IN_FILE", "UNQ_CLAIM_IN_CUSTOMER"]);

/** What these rules, as far as the customer keeps them on, say of a row once its standing is known. */
export function issueOfSighting(active: readonly ActiveRule[], rowNo: number, sighting: Sighting): Issue | undefined {
  const row = { ...emptyRow(), sighting };
  for (const { rule, severity } of active) {
    if (!sightingRules.has(rule.id)) continue;
    const verdict = rule.check(row, env);
    if (verdict !== null && "column" in verdict) return { rowNo, column: verdict.column, code: rule.id, detail: verdict.detail, severity };
  }
  return undefined;
}
