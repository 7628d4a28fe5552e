import { defineRule, fail, ok } from "./rule.ts";

const threeYears = 1096;
const old = fail("submitted_date");

export const dateTooOld = defineRule({
  id: "DATE_TOO_OLD",
  field: "submitted_date",
  severity: "warning",
  message: "The claim was submitted more than three years ago",
  remedy: "Check the year; old claims say little about how a payer behaves today",
  check: (row, env) => (row.submittedDay !== null && env.today - row.submittedDay > threeYears ? old : ok),
});
