import { amountRange } from "./amount-range.ts";
import { defineRule } from "./rule.ts";

export const billedAmountRange = defineRule({
  id: "RNG_BILLED_AMT",
  ...amountRange("billed_amount", "Billed amount", (row) => row.billedCents),
});
