import { afterEach, describe, expect, it } from "vitest";
import { currentKeys, findBinding, keyName, registerKeys, startsSequence } from "./key-registry.ts";

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const cleanups: (() => void)[] = [];
const add = (name: string, ...keys: string[]) =>
  cleanups.push(registerKeys({ name, bindings: keys.map((key) => ({ keys: key, does: `${name} ${key}`, run: () => undefined })) }));

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

describe("keys", () => {
  it("names a key with its modifiers and counts Cmd as Ctrl", () => {
    expect(keyName({ ...none, key: "J" })).toBe("j");
    expect(keyName({ ...none, key: "X", shiftKey: true })).toBe("shift+x");
    expect(keyName({ ...none, key: "?", shiftKey: true })).toBe("?");
    expect(keyName({ ...none, key: "k", metaKey: true })).toBe("ctrl+k");
    expect(keyName({ ...none, key: "ArrowDown" })).toBe("down");
  });

  it("finds sequences before single keys", () => {
    add("page", "a");
    add("frame", "g a");
    expect(startsSequence("g")).toBe(true);
    expect(findBinding("a", "g")?.does).toBe("frame g a");
    expect(findBinding("a", null)?.does).toBe("page a");
  });

  it("lets the newest group win and forgets groups that are gone", () => {
    add("frame", "a");
    const remove = registerKeys({ name: "sheet", bindings: [{ keys: "a", does: "sheet a", run: () => undefined }] });
    expect(findBinding("a", null)?.does).toBe("sheet a");
    remove();
    expect(findBinding("a", null)?.does).toBe("frame a");
    expect(currentKeys()).toHaveLength(1);
  });
});
