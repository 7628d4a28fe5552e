import { defineRule, fail, ok } from "./rule.ts";

const above = fail("allowed_amount");

export const allowedWithinBilled = defineRule({
  id: "BIZ_ALLOWED_LE_BILLED",
  field: "allowed_amount",
  severity: "warning",
  message: "More was allowed than billed",
  remedy: "Check both amounts; billing below the fee schedule gives money away",
  check: (row) => (row.allowedCents !== null && row.billedCents !== null && row.allowedCents > row.billedCents ? above : ok),
});
