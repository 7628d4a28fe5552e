import { expect, it } from "vitest";
import { columnMappingInput } from "./column-mapping-input.ts";

const take = (columns: Record<string, string>) => columnMappingInput.safeParse({ name: "Old system", columns });

it("takes columns that claims have, each with a header of its own", () => {
  expect(take({ payer: "Ins Co", cpt: "Proc" }).data).toEqual({
    name: "Old system",
    columns: { payer: "Ins Co", cpt: "Proc" },
    dayFirst: false,
  });
});

it.each([
  [
    "a column that claims do not have",
    { payer: "Ins Co", payor_code: "Proc" },
    { code: "unrecognized_keys", path: ["columns"], keys: ["payor_code"] },
  ],
  [
    "one header for two columns, however it is spelled",
    { billed_amount: "Amount", paid_amount: "AMOUNT " },
    { code: "custom", path: ["columns"] },
  ],
])("refuses %s and names it", (_, columns, issue) => {
  expect(take(columns).error?.issues).toMatchObject([issue]);
});
