import { describe, expect, it } from "vitest";
import { compileExpression, isMatch, keyText } from "./expressions.ts";

describe("expressions of function options", () => {
  it("compare the event that started a run with one that arrives", () => {
    const same = compileExpression("event.data.uploadId == async.data.uploadId");
    const event = { data: { uploadId: "u-1" } };
    expect(isMatch(same, { event, async: { data: { uploadId: "u-1" } } })).toBe(true);
    expect(isMatch(same, { event, async: { data: { uploadId: "u-2" } } })).toBe(false);
  });

  it("hold for everything when there is none, and for nothing when a value is missing", () => {
    expect(isMatch(undefined, { event: {} })).toBe(true);
    expect(isMatch(compileExpression("event.data.missing == 'x'"), { event: { data: {} } })).toBe(false);
  });

  it("make keys of texts, numbers and combinations", () => {
    const event = { data: { customerId: "c-1", count: 3 } };
    expect(keyText(compileExpression("event.data.customerId"), { event })).toBe("c-1");
    expect(keyText(compileExpression("event.data.count"), { event })).toBe("3");
    expect(keyText(compileExpression("event.data.customerId + '/' + 'x'"), { event })).toBe("c-1/x");
    expect(keyText(compileExpression("event.data.missing"), { event })).toBeNull();
  });

  it("cannot reach anything but the scope", () => {
    expect(keyText(compileExpression("event.constructor"), { event: {} })).toBeNull();
    expect(() => compileExpression("(() => 1)()")).toThrow();
  });
});
