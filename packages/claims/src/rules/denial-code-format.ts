import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const unknownShape = fail("denial_reason_code");

/** Optional group (CO, PR, OA, PI, CR) and a claim adjustment reason code, read by `readDenialCodes`. */
export const denialCodeFormat = defineRule({
  id: "FMT_DENIAL_CODE",
  field: "denial_reason_code",
  severity: "warning",
  message: "Denial code has an unknown shape and was left out",
  remedy: "Use group and reason such as CO-197, several parted by semicolons",
  check: (row) => ((row.unreadable | row.tooLong) & columnBit.denial_reason_code ? unknownShape : ok),
});
