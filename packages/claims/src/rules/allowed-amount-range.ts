import { amountRange } from "./amount-range.ts";
import { defineRule } from "./rule.ts";

export const allowedAmountRange = defineRule({
  id: "RNG_ALLOWED_AMT",
  ...amountRange("allowed_amount", "Allowed amount", (row) => row.allowedCents),
});
