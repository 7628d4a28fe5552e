import { boundedCache } from "../csv/clean-text.ts";
import { phiSpans } from "./phi-patterns.ts";
import type { PhiPattern } from "./phi-patterns.ts";
import { defineRule, fail, ok } from "./rule.ts";
import type { Finding } from "./rule.ts";

const names: Record<PhiPattern, string> = {
  ssn: "The denial text held a social security number, which was removed",
  phone: "The denial text held a phone number, which was removed",
  email: "The denial text held an e-mail address, which was removed",
  mrn: "The denial text held a medical record number, which was removed",
  dob: "The denial text held a date, perhaps of birth, which was removed",
  name: "The denial text held a person's name, which was removed",
};
const findings = Object.fromEntries(Object.keys(names).map((pattern) => [pattern, fail("denial_reason_text", pattern)])) as Record<
  PhiPattern,
  Finding
>;

const patternOf = boundedCache<PhiPattern | "none">(4096, (text) => phiSpans(text)[0]?.pattern ?? "none");

/** Flags a person's data in the denial text; the text is stored redacted. */
export const phiInDenialText = defineRule({
  id: "PHI_DENIAL",
  field: "denial_reason_text",
  severity: "warning",
  message: "The denial text held a person's data, which was removed",
  remedy: "Keep patients out of free text",
  messages: names,
  check: (row) => {
    if (row.denialText === "") return ok;
    const pattern = patternOf(row.denialText);
    return pattern === "none" ? ok : findings[pattern];
  },
});
