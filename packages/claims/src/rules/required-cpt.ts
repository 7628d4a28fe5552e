import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("cpt");
const tooLong = fail("cpt", "too_long");
const placeholder = fail("cpt", "placeholder");

export const requiredCpt = defineRule({
  id: "REQ_CPT",
  field: "cpt",
  severity: "error",
  structural: true,
  message: "Procedure code is empty",
  remedy: "Fill in the CPT or HCPCS code of the line",
  messages: {
    too_long: "Procedure code is longer than any known code",
    placeholder: "A placeholder such as #N/A stands in the place of the procedure code",
  },
  check: (row) => {
    if (row.tooLong & columnBit.cpt) return tooLong;
    if (row.cpt !== "") return ok;
    return row.present & columnBit.cpt ? placeholder : missing;
  },
});
