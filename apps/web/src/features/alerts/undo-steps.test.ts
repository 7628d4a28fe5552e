import { describe, expect, it } from "vitest";
import { undoSteps } from "./undo-steps.ts";

const nobody = { id: "a", group: "nobody", ownerId: null, snoozedUntil: null } as const;
const mine = { id: "b", group: "somebody", ownerId: "me", snoozedUntil: null } as const;
const asleep = { id: "c", group: "snoozed", ownerId: null, snoozedUntil: "2026-06-01T13:00:00Z" } as const;

describe("undo", () => {
  it("gives an acknowledged alert back to nobody, or to who had it", () => {
    expect(undoSteps("acknowledge", [nobody, mine])).toEqual([
      { action: "reopen", alertIds: ["a"] },
      { action: "assign", alertIds: ["b"], userId: "me" },
    ]);
    expect(undoSteps("assign", [nobody])).toEqual([{ action: "reopen", alertIds: ["a"] }]);
  });

  it("wakes a snoozed alert, reopens a resolved one and lets a sleeping one sleep on", () => {
    expect(undoSteps("snooze", [nobody, asleep])).toEqual([
      { action: "reopen", alertIds: ["a"] },
      { action: "snooze", alertIds: ["c"], until: asleep.snoozedUntil },
    ]);
    expect(undoSteps("resolve", [mine, asleep])).toEqual([
      { action: "reopen", alertIds: ["b"] },
      { action: "reopen", alertIds: ["c"] },
      { action: "snooze", alertIds: ["c"], until: asleep.snoozedUntil },
    ]);
  });
});
