import { defineRule, fail, ok } from "./rule.ts";

const future = fail("submitted_date");

export const submittedNotFuture = defineRule({
  id: "DATE_SUBMITTED_NOT_FUTURE",
  field: "submitted_date",
  severity: "error",
  message: "Submission date lies in the future",
  remedy: "Check the year and the order of day and month",
  check: (row, env) => (row.submittedDay !== null && row.submittedDay > env.today ? future : ok),
});
