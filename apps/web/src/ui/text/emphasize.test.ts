import { expect, it } from "vitest";
import { emphasize } from "./emphasize.ts";

it("puts amounts, rates and differences in full ink and leaves intervals muted", () => {
  expect(
    emphasize("Aster denied 18.6% of claims, up from 7.1%: 11.5 points more (95% interval 7.3 to 15.9). About $15,500 a month."),
  ).toEqual([
    "Aster denied ",
    { b: "18.6%" },
    " of claims, up from ",
    { b: "7.1%" },
    ": ",
    { b: "11.5 points more" },
    " ",
    "(95% interval 7.3 to 15.9)",
    ". About ",
    { b: "$15,500 a month" },
    ".",
  ]);
});
