import { expect, test } from "vitest";
import { groupName } from "./group-name.ts";

test.each([
  ["IMAGING", "Imaging"],
  ["PHYSICAL_THERAPY", "Physical therapy"],
  ["MY VISITS", "My visits"],
  ["LAB", "Lab"],
  ["DME", "DME"],
  [null, "All groups"],
])("%s is written %s", (group, name) => {
  expect(groupName(group)).toBe(name);
});
