import { defineRule, fail, ok } from "./rule.ts";

const paid = fail("paid_amount");

export const deniedPaysNothing = defineRule({
  id: "BIZ_DENIED_ZERO_PAID",
  field: "paid_amount",
  severity: "warning",
  message: "A denied claim has a paid amount",
  remedy: "Check the outcome: a partly paid line counts as paid",
  check: (row) => (row.outcome === "DENIED" && row.paidCents !== null && row.paidCents > 0 ? paid : ok),
});
