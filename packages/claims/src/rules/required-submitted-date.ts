import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("submitted_date");

export const requiredSubmittedDate = defineRule({
  id: "REQ_SUBMITTED_DATE",
  field: "submitted_date",
  severity: "error",
  structural: true,
  message: "Submission date is empty",
  remedy: "Fill in the day on which the claim was sent to the payer",
  check: (row) => ((row.present | row.tooLong) & columnBit.submitted_date ? ok : missing),
});
