import { defineRule, fail, ok } from "./rule.ts";

const decided = fail("decided_date");

export const pendingUndecided = defineRule({
  id: "BIZ_PENDING_NO_DECISION",
  field: "decided_date",
  severity: "warning",
  message: "A pending claim carries a decision date, which was left out",
  remedy: "Set the outcome if the payer has answered, else empty the date",
  check: (row) => (row.outcome === "PENDING" && row.decidedDay !== null ? decided : ok),
});
