import { columnBit } from "../csv/columns.ts";
import { everyCode } from "./code-list.ts";
import { defineRule, fail, ok } from "./rule.ts";

const wellFormed = everyCode(/^[A-Z]\d[0-9A-Z](?:[0-9A-Z]{1,4})?$/, 24);
const wrong = fail("diagnosis_codes");

/** ICD-10-CM: a letter, a digit, then one to five letters or digits (the dot is optional in files and not kept). */
export const icd10Format = defineRule({
  id: "FMT_ICD10",
  field: "diagnosis_codes",
  severity: "warning",
  message: "A diagnosis code has no ICD-10 shape",
  remedy: "Write codes such as M54.5, several parted by semicolons",
  check: (row) =>
    (row.diagnosisCodes === "" || wellFormed(row.diagnosisCodes)) && (row.tooLong & columnBit.diagnosis_codes) === 0 ? ok : wrong,
});
