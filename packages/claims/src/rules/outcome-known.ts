import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const unknown = fail("outcome");

export const outcomeKnown = defineRule({
  id: "REF_OUTCOME",
  field: "outcome",
  severity: "warning",
  message: "Outcome is an unknown word and counts as OTHER",
  remedy: "Use paid, denied, pending or reversed",
  check: (row) => (row.unreadable & columnBit.outcome ? unknown : ok),
});
