import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("decided_date");

export const requiredDecidedDate = defineRule({
  id: "REQ_DECIDED_DATE",
  field: "decided_date",
  severity: "error",
  structural: true,
  message: "Decision date is empty though the claim is not pending",
  remedy: "Fill in the day of the payer's answer, or set the outcome to pending",
  check: (row) => ((row.present | row.tooLong) & columnBit.decided_date || row.outcome === "PENDING" ? ok : missing),
});
