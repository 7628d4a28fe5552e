import { defineRule, fail, ok } from "./rule.ts";

const copy = fail("claim_id", "copy");
const twin = fail("claim_id", "twin");

export const duplicateRow = defineRule({
  id: "UNQ_ROW_IN_FILE",
  field: "claim_id",
  severity: "warning",
  message: "The row stands in this file more than once",
  remedy: "Nothing to do for an exact copy; give lines of one claim their line numbers",
  messages: {
    copy: "The same row stands earlier in this file; the copy was skipped",
    twin: "The same claim line stands earlier in this file with other values; the first one counts",
  },
  check: (row) => (row.sighting === "copy" ? copy : row.sighting === "twin" ? twin : ok),
});
