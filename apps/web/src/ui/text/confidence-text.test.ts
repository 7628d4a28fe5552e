import { expect, it } from "vitest";
import { confidenceText } from "./confidence-text.ts";

it.each([
  [1, "About 99 in 100 findings like this are real"],
  [0.69, "About 7 in 10 findings like this are real"],
  [0.5, "About half of the findings like this are real"],
  [0.1, "About 3 in 10 findings like this are real"],
  [0.05, null],
  [null, null],
])("tells a confidence of %s as what became of findings like it", (confidence, text) => {
  expect(confidenceText(confidence)).toBe(text);
});
