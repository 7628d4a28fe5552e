import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const destroyed = fail("claim_id");
const tooLong = fail("claim_id", "too_long");

export const claimIdFormat = defineRule({
  id: "FMT_CLAIM_ID",
  field: "claim_id",
  severity: "warning",
  message: "A spreadsheet destroyed the claim id; the whole row identifies the claim instead",
  remedy: "Format the column as text before saving the file",
  messages: { too_long: "The claim id is longer than 64 characters; the whole row identifies the claim instead" },
  check: (row) => (row.unreadable & columnBit.claim_id ? destroyed : row.tooLong & columnBit.claim_id ? tooLong : ok),
});
