import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("denial_reason_code");

export const denialReasonPresent = defineRule({
  id: "BIZ_DENIAL_REASON",
  field: "denial_reason_code",
  severity: "warning",
  message: "A denied claim carries no denial code",
  remedy: "Add group and reason code from the remittance, such as CO-197",
  check: (row) =>
    row.outcome === "DENIED" && row.denialCodes === "" && ((row.unreadable | row.tooLong) & columnBit.denial_reason_code) === 0
      ? missing
      : ok,
});
