import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const unknownShape = fail("denial_reason_code");
const remark = fail("remark_codes", "remark");
const both = [unknownShape, remark];

/** Optional group (CO, PR, OA, PI, CR) and a claim adjustment reason code, read by `readDenialCodes`; remark codes, read by `readRemarks`. */
export const denialCodeFormat = defineRule({
  id: "FMT_DENIAL_CODE",
  field: "denial_reason_code",
  severity: "warning",
  message: "Denial code has an unknown shape and was left out",
  remedy: "Use group and reason such as CO-197, several parted by semicolons",
  messages: { remark: "A remark code has an unknown shape and was left out" },
  check: (row) => {
    const bad = row.unreadable | row.tooLong;
    if (bad & columnBit.remark_codes) return bad & columnBit.denial_reason_code ? both : remark;
    return bad & columnBit.denial_reason_code ? unknownShape : ok;
  },
});
