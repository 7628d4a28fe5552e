import { defineRule, fail, ok } from "./rule.ts";

const above = fail("paid_amount");

export const paidWithinAllowed = defineRule({
  id: "BIZ_PAID_LE_ALLOWED",
  field: "paid_amount",
  severity: "warning",
  message: "More was paid than allowed",
  remedy: "Check both amounts against the remittance",
  check: (row) => (row.paidCents !== null && row.allowedCents !== null && row.paidCents > row.allowedCents ? above : ok),
});
