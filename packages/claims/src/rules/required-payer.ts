import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("payer");
const tooLong = fail("payer", "too_long");

export const requiredPayer = defineRule({
  id: "REQ_PAYER",
  field: "payer",
  severity: "error",
  structural: true,
  message: "Payer is empty",
  remedy: "Fill in the payer's name as it stands on the remittance",
  messages: { too_long: "Payer is longer than 255 characters" },
  check: (row) => (row.payer !== "" ? ok : row.tooLong & columnBit.payer ? tooLong : missing),
});
