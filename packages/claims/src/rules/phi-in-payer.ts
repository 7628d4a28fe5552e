import { boundedCache } from "../csv/clean-text.ts";
import { payerKey } from "./payer-key.ts";
import { isOrganisation, isPersonName, personSpans } from "./person-name.ts";
import { numberPattern } from "./phi-patterns.ts";
import type { PhiPattern } from "./phi-patterns.ts";
import { defineRule, fail, ok } from "./rule.ts";
import type { Finding } from "./rule.ts";

const names: Record<PhiPattern, string> = {
  ssn: "A social security number stands in the payer column",
  phone: "A phone number stands in the payer column",
  email: "An e-mail address stands in the payer column",
  mrn: "A medical record number stands in the payer column",
  dob: "A date, perhaps of birth, stands in the payer column",
  name: "A person's name stands in the payer column",
};
const findings = Object.fromEntries(Object.keys(names).map((pattern) => [pattern, fail("payer", pattern)])) as Record<PhiPattern, Finding>;

/** Digits behind a word, with which test systems make names unique. */
const numbered = /(?<=\p{L}{2})\d+/gu;

const patternOf = boundedCache<PhiPattern | "none">(8192, (payer) => {
  const number = numberPattern(payer);
  if (number !== null) return number;
  if (isOrganisation(payer)) return "none";
  return isPersonName(payer.replace(numbered, "")) || personSpans(payer).length > 0 ? "name" : "none";
});

/** Refuses a payer that looks like a person; known payers, organisation words and the customer's allowed names outrank the name pattern. */
export const phiInPayer = defineRule({
  id: "PHI_PAYER",
  field: "payer",
  severity: "error",
  message: "A person's data stands in the payer column; the value was not kept",
  remedy: "Put the payer's name there; if this is a payer, allow the name in the settings",
  messages: names,
  check: (row, env) => {
    const pattern = patternOf(row.payer);
    if (pattern === "none") return ok;
    return env.allowedPayers.size > 0 && env.allowedPayers.has(payerKey(row.payer)) ? ok : findings[pattern];
  },
});
