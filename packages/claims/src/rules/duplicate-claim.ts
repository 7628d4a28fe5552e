import { defineRule, fail, ok } from "./rule.ts";

const updated = fail("claim_id", "updated");
const unchanged = fail("claim_id", "unchanged");

export const duplicateClaim = defineRule({
  id: "UNQ_CLAIM_IN_CUSTOMER",
  field: "claim_id",
  severity: "info",
  message: "The claim is known from an earlier file",
  remedy: "Nothing to do",
  messages: {
    updated: "The claim is known; its values were updated and the old ones kept as history",
    unchanged: "The claim is known with the same values; nothing changed",
  },
  check: (row) => (row.sighting === "updated" ? updated : row.sighting === "unchanged" ? unchanged : ok),
});
