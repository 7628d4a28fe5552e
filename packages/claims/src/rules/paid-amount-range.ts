import { amountRange } from "./amount-range.ts";
import { defineRule } from "./rule.ts";

export const paidAmountRange = defineRule({ id: "RNG_PAID_AMT", ...amountRange("paid_amount", "Paid amount", (row) => row.paidCents) });
