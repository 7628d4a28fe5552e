import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { blindIndex } from "./blind-index.ts";
import { columnSealer, envelopeRoom, keyIdOf, layOutText, openBytes, openText, sealBytes, sealText } from "./field-cipher.ts";
import { assertKek, unwrapKey, wrapKey } from "./keyring.ts";
import { phiKeysFrom } from "./phi-keys.ts";
import { keyedDigest } from "./redact.ts";

const key = randomBytes(32);
const place = { table: "claims", column: "phi", customerId: "c-1", row: "ab12" };

describe("field cipher", () => {
  it("opens what it sealed, also an empty text and one that fills a bucket", () => {
    for (const text of ["", "M0012345", "x".repeat(12), "Zoë 東京"]) expect(openText(key, place, sealText(key, 3, place, text))).toBe(text);
    expect(keyIdOf(sealText(key, 3, place, "a"))).toBe(3);
  });

  it("never seals the same text to the same bytes, and hides short lengths", () => {
    const [one, two] = [sealText(key, 1, place, "12345"), sealText(key, 1, place, "12345")];
    expect(one.equals(two)).toBe(false);
    expect(sealText(key, 1, place, "1").length).toBe(sealText(key, 1, place, "123456789012").length);
  });

  it.each(["table", "column", "customerId", "row"] as const)("does not open under another %s", (field) => {
    const sealed = sealText(key, 1, place, "secret");
    expect(() => openText(key, { ...place, [field]: "other" }, sealed)).toThrow();
  });

  it("does not confuse neighbouring fields of its place", () => {
    const sealed = sealText(key, 1, { ...place, table: "ab", column: "c" }, "secret");
    expect(() => openText(key, { ...place, table: "a", column: "bc" }, sealed)).toThrow();
  });

  it("seals a column's rows one after another in place, each for its own row", () => {
    const { row, ...column } = place;
    const seal = columnSealer(key, 3, column, row.length);
    const text = "Zoë 東京";
    const room = Buffer.alloc(envelopeRoom(text) + 5, 0xff);
    const envelopes = [row, "cd34"].map((id) => {
      const envelope = room.subarray(5, 5 + layOutText(text, room, 5));
      seal(envelope, id);
      return Buffer.from(envelope);
    });
    expect(envelopes.map((envelope, at) => openText(key, { ...column, row: at === 0 ? row : "cd34" }, envelope))).toEqual([text, text]);
    expect(() => openText(key, place, envelopes[1]!)).toThrow();
    expect(() => seal(room.subarray(5), "longer")).toThrow(/length/);
  });

  it("refuses an altered, shortened or foreign envelope", () => {
    const sealed = sealBytes(key, 1, place, Buffer.from("some bytes"));
    expect(openBytes(key, place, sealed).toString()).toBe("some bytes");
    for (let at = 0; at < sealed.length; at++) {
      if (at === 1 || at === 2) continue;
      const altered = Buffer.from(sealed);
      altered[at]! ^= 1;
      expect(() => openBytes(key, place, altered)).toThrow();
    }
    expect(() => openBytes(key, place, sealed.subarray(0, sealed.length - 12))).toThrow();
    expect(() => openBytes(randomBytes(32), place, sealed)).toThrow();
  });
});

describe("keys", () => {
  it("wraps a data key for one context only", () => {
    const kek = { id: 1, key: randomBytes(32) };
    const dataKey = randomBytes(32);
    const wrapped = wrapKey(kek, "c-1:data:1", dataKey);
    expect(unwrapKey(kek, "c-1:data:1", wrapped).equals(dataKey)).toBe(true);
    expect(() => unwrapKey(kek, "c-2:data:1", wrapped)).toThrow();
  });

  it("refuses a short or an all-zero key encryption key", () => {
    expect(() => assertKek({ id: 1, key: randomBytes(16) })).toThrow();
    expect(() => assertKek({ id: 1, key: Buffer.alloc(32) })).toThrow();
    expect(() => assertKek({ id: 1, key: randomBytes(32) })).not.toThrow();
  });

  it("gives every column a key of its own", () => {
    const keys = phiKeysFrom(new Map([[1, randomBytes(32)]]), 1, randomBytes(32));
    expect(keys.fieldKey(1, "claims", "phi").equals(keys.fieldKey(1, "claims", "other"))).toBe(false);
    expect(keys.fieldKey(1, "claims", "phi")).toBe(keys.fieldKey(1, "claims", "phi"));
    expect(() => keys.fieldKey(2, "claims", "phi")).toThrow();
  });
});

describe("blind index and digest", () => {
  it("finds the same reference however it was typed", () => {
    expect(blindIndex(key, "ab-12 34").equals(blindIndex(key, "AB1234"))).toBe(true);
    expect(blindIndex(key, "AB1234").equals(blindIndex(key, "AB1235"))).toBe(false);
    expect(blindIndex(key, "AB1234")).toHaveLength(16);
  });

  it("shows that a value changed without showing it", () => {
    expect(keyedDigest(key, "Mary")).not.toBe(keyedDigest(key, "Marie"));
    expect(keyedDigest(key, "Mary")).toMatch(/^hmac:[0-9a-f]{16}$/);
  });
});
