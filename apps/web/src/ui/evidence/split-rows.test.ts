import { expect, it } from "vitest";
import { splitRows } from "./split-rows.ts";

const parts = (behaviour: number, mix: number) => splitRows({ behaviour, mix }).map((row) => row.difference);

it("tells both parts of a change as shares of it", () => {
  expect(parts(0.111, 0.004)).toEqual(["97% of it", "3% of it"]);
  expect(parts(-0.111, -0.004)).toEqual(["97% of it", "3% of it"]);
});

it("says when other claims hid a part of what the payer did", () => {
  expect(parts(0.12, -0.02)).toEqual(["more than all of it", "works against it"]);
});

it("says nothing without a split", () => {
  expect(splitRows(null)).toEqual([]);
});
