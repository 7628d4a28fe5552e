import { defineRule, fail, ok } from "./rule.ts";

const reversed = fail("decided_date");

export const decisionAfterSubmission = defineRule({
  id: "DATE_DECISION_AFTER_SUBMISSION",
  field: "decided_date",
  severity: "error",
  message: "The claim was decided before it was submitted",
  remedy: "Check both dates and the order of day and month; the same day is fine",
  check: (row) => (row.decidedDay !== null && row.submittedDay !== null && row.decidedDay < row.submittedDay ? reversed : ok),
});
