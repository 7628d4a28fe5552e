import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("authorization_number");
const answers = (["authorization_required", "authorization_obtained"] as const).map((column) => ({
  bit: columnBit[column],
  unreadable: fail(column, "unreadable"),
}));
const answerBits = answers.reduce((bits, answer) => bits | answer.bit, 0);
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
    const bad = (row.unreadable | row.tooLong) & answerBits;
    if (bad) return answers.filter((answer) => bad & answer.bit).map((answer) => answer.unreadable);
    if (row.tooLong & columnBit.authorization_number) return tooLong;
    return row.authorizationObtained === true && row.authorizationNumber === "" ? missing : ok;
  },
});
