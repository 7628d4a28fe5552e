import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const missing = fail("cpt");
const tooLong = fail("cpt", "too_long");

export const requiredCpt = defineRule({
  id: "REQ_CPT",
  field: "cpt",
  severity: "error",
  structural: true,
  message: "Procedure code is empty",
  remedy: "Fill in the CPT or HCPCS code of the line",
  messages: { too_long: "Procedure code is longer than any known code" },
  check: (row) => (row.tooLong & columnBit.cpt ? tooLong : row.cpt === "" ? missing : ok),
});
