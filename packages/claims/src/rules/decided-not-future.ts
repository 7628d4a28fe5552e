import { defineRule, fail, ok } from "./rule.ts";

const future = fail("decided_date");

export const decidedNotFuture = defineRule({
  id: "DATE_DECIDED_NOT_FUTURE",
  field: "decided_date",
  severity: "error",
  message: "Decision date lies in the future",
  remedy: "Check the year and the order of day and month",
  check: (row, env) => (row.decidedDay !== null && row.decidedDay > env.today ? future : ok),
});
