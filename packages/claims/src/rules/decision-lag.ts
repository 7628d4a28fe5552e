import { defineRule, fail, ok } from "./rule.ts";

const late = fail("decided_date");

export const decisionLag = defineRule({
  id: "DATE_DECISION_LAG",
  field: "decided_date",
  severity: "warning",
  message: "More than 365 days lie between submission and decision",
  remedy: "Check both years",
  check: (row) => (row.decidedDay !== null && row.submittedDay !== null && row.decidedDay - row.submittedDay > 365 ? late : ok),
});
