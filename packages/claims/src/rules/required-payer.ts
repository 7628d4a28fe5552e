import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("payer");
const tooLong = fail("payer", "too_long");
const placeholder = fail("payer", "placeholder");

export const requiredPayer = defineRule({
  id: "REQ_PAYER",
  field: "payer",
  severity: "error",
  structural: true,
  message: "Payer is empty",
  remedy: "Fill in the payer's name as it stands on the remittance",
  messages: { too_long: "Payer is longer than 255 characters", placeholder: "A placeholder such as #N/A stands in the place of the payer" },
  check: (row) => {
    if (row.payer !== "") return ok;
    if (row.tooLong & columnBit.payer) return tooLong;
    return row.present & columnBit.payer ? placeholder : missing;
  },
});
