import { expect, it } from "vitest";
import { idleState } from "./idle-clock.ts";

it.each([
  [0, { kind: "active" }],
  [14 * 60_000 - 1, { kind: "active" }],
  [14 * 60_000, { kind: "warned", secondsLeft: 60 }],
  [15 * 60_000 - 1, { kind: "warned", secondsLeft: 1 }],
  [15 * 60_000, { kind: "over" }],
])("knows what stands after %s ms without a key or click", (idle, state) => {
  expect(idleState(idle)).toEqual(state);
});
