import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const shared = fail("claim_id");
const tooLong = fail("claim_id", "too_long");

export const claimIdFormat = defineRule({
  id: "FMT_CLAIM_ID",
  field: "claim_id",
  severity: "warning",
  message: "The claim id is a placeholder or was destroyed by a spreadsheet; the whole row identifies the claim instead",
  remedy: "Leave unknown ids empty, and format the column as text before saving the file",
  messages: { too_long: "The claim id is longer than 64 characters; the whole row identifies the claim instead" },
  check: (row) => (row.unreadable & columnBit.claim_id ? shared : row.tooLong & columnBit.claim_id ? tooLong : ok),
});
