import { openText, sealText } from "@upstream/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CopyBuffer } from "./copy-buffer.ts";

const written = (write: (into: CopyBuffer) => void, room = 4) => {
  const buffer = new CopyBuffer(room);
  write(buffer);
  return buffer.slice(0, buffer.size);
};

/** Fields of a row as COPY frames them; null where absent. */
function fieldsOf(bytes: Buffer): (Buffer | null)[] {
  const fields: (Buffer | null)[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readInt32BE(at);
    fields.push(length < 0 ? null : bytes.subarray(at + 4, at + 4 + length));
    at += 4 + Math.max(length, 0);
  }
  return fields;
}

describe("CopyBuffer", () => {
  it("writes texts of any length and script, empty ones as absent", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 80 })), (texts) => {
        const fields = fieldsOf(written((into) => texts.forEach((text) => into.text(text))));
        expect(fields.map((field) => field?.toString() ?? "")).toEqual(texts.map((text) => text.toWellFormed()));
      }),
    );
  });

  it("writes whole numbers in two's complement, as far as cents go", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(fieldsOf(written((into) => into.int8(value)))[0]?.readBigInt64BE()).toBe(BigInt(value));
      }),
    );
    const [small, int, day, none] = fieldsOf(
      written((into) => {
        into.int2(-3);
        into.int4(-70_000);
        into.date(0);
        into.date(null);
      }),
    );
    expect([small?.readInt16BE(), int?.readInt32BE(), day?.readInt32BE(), none]).toEqual([-3, -70_000, -10_957, null]);
  });

  it("writes ids, digests and flags", () => {
    const id = "01a212d2-4226-7654-af6c-0e136295a442";
    const fields = fieldsOf(
      written((into) => {
        into.uuid(id);
        into.hex("0aff");
        into.latin1("\u00ff\u0001");
        into.bytes(Buffer.from([7]));
        for (const flag of [true, false, null]) into.flag(flag);
      }),
    );
    expect(fields.map((field) => field?.toString("hex"))).toEqual([id.replaceAll("-", ""), "0aff", "ff01", "07", "01", "00", undefined]);
  });

  it("lays an open envelope out as a sealed text would be", () => {
    const place = { table: "claims", column: "phi", customerId: "c-1", row: "ab12" };
    const key = Buffer.alloc(32, 7);
    const [envelope] = fieldsOf(written((into) => into.openEnvelope("Zoë")));
    expect(envelope).toHaveLength(sealText(key, 1, place, "Zoë").length);
    expect(envelope?.subarray(15, 23)).toEqual(Buffer.from("\0\0\0\u0004Zoë"));
    expect(openText(key, place, sealText(key, 1, place, "Zoë"))).toBe("Zoë");
  });
});
