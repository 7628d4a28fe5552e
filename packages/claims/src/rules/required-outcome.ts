import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("outcome");
const tooLong = fail("outcome", "too_long");

export const requiredOutcome = defineRule({
  id: "REQ_OUTCOME",
  field: "outcome",
  severity: "error",
  structural: true,
  message: "Outcome is empty",
  remedy: "Fill in paid, denied, pending or reversed",
  messages: { too_long: "Outcome is longer than 64 characters" },
  check: (row) => (row.outcome !== null ? ok : row.tooLong & columnBit.outcome ? tooLong : missing),
});
