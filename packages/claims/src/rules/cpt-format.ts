import { defineRule, fail, ok } from "./rule.ts";

const code = /^(?:\d{5}|\d{4}[AFMTU]|[A-V]\d{4})$/;
const unknownShape = fail("cpt");

/** CPT category I, II (`F`), III (`T`), PLA (`U`), MAAA (`M`), administration (`A`) and HCPCS level II codes. */
export const cptFormat = defineRule({
  id: "FMT_CPT",
  field: "cpt",
  severity: "warning",
  message: "Procedure code has an unknown shape",
  remedy: "Check the code against the encounter form",
  check: (row) => (row.cpt === "" || code.test(row.cpt) ? ok : unknownShape),
});
