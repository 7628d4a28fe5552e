import { expect, it } from "vitest";
import { blockSeconds } from "./next-block.ts";

it.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [10, 32],
  [14, 512],
  [15, 900],
  [90, 900],
])("after %i failures an account waits %i seconds", (failures, seconds) => {
  expect(blockSeconds(failures)).toBe(seconds);
});
