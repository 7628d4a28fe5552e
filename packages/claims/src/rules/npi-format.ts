import { columnBit } from "../csv/columns.ts";
import { defineRule, fail, ok } from "./rule.ts";

const wrong = fail("provider_npi");
const prefixSum = 24;

/** Luhn check over `80840` and the ten digits (45 CFR 162.406); the prefix adds 24. */
export function isNpi(text: string): boolean {
  if (text.length !== 10) return false;
  let sum = prefixSum;
  for (let at = 0; at < 10; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export const npiFormat = defineRule({
  id: "FMT_NPI",
  field: "provider_npi",
  severity: "warning",
  message: "The provider number is no valid NPI",
  remedy: "Check the ten digits; the last one is a check digit",
  check: (row) => ((row.providerNpi === "" && (row.tooLong & columnBit.provider_npi) === 0) || isNpi(row.providerNpi) ? ok : wrong),
});
