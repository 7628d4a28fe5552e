import type { ClaimRow } from "../csv/claim-row.ts";
import { fail, ok } from "./rule.ts";
import type { RuleSpec, Verdict } from "./rule.ts";

/** One million dollars a line, in cents: more is possible, and rare enough to be looked at. */
const unusualCents = 100_000_000;

type AmountColumn = "allowed_amount" | "billed_amount" | "paid_amount";

/** Range of an amount: negative only where a payment was reversed; over a million dollars flagged. */
export function amountRange(column: AmountColumn, name: string, pick: (row: ClaimRow) => number | null): Omit<RuleSpec, "id"> {
  const negative = fail(column, "negative");
  const unusual = fail(column, "unusual", "warning");
  const check = (row: ClaimRow): Verdict => {
    const cents = pick(row);
    if (cents === null) return ok;
    if (cents < 0 && row.outcome !== "REVERSED") return negative;
    return cents > unusualCents || cents < -unusualCents ? unusual : ok;
  };
  return {
    field: column,
    severity: "error",
    message: `${name} is out of range`,
    remedy: "Check sign and decimal point; a negative amount belongs to a reversed claim",
    messages: { negative: `${name} is negative though the claim is not reversed`, unusual: `${name} is above $1,000,000` },
    check,
  };
}
