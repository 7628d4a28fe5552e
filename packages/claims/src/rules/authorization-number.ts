import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("authorization_number");
const unreadableBits = columnBit.authorization_required | columnBit.authorization_obtained;
const unreadable = fail("authorization_required", "unreadable");
const tooLong = fail("authorization_number", "too_long");

export const authorizationNumber = defineRule({
  id: "BIZ_AUTH_NUMBER",
  field: "authorization_number",
  severity: "warning",
  message: "An authorization was obtained, but its number is missing",
  remedy: "Add the payer's authorization number",
  messages: {
    unreadable: "Authorization is neither yes nor no and was left out",
    too_long: "The authorization number is longer than 100 characters and was left out",
  },
  check: (row) => {
    if ((row.unreadable | row.tooLong) & unreadableBits) return unreadable;
    if (row.tooLong & columnBit.authorization_number) return tooLong;
    return row.authorizationObtained === true && row.authorizationNumber === "" ? missing : ok;
  },
});
