import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EncodingScan, sniffEncoding } from "./sniff-encoding.ts";

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe("sniffEncoding", () => {
  it("knows UTF-8 with and without BOM, UTF-16 with BOM, and assumes Windows-1252 aloud", () => {
    expect(sniffEncoding(bytes("payer,cpt\nGarcía,1"))).toEqual({ encoding: "utf-8", assumed: false });
    expect(sniffEncoding(bytes([0xef, 0xbb, 0xbf], "payer"))).toEqual({ encoding: "utf-8-bom", assumed: false });
    expect(sniffEncoding(Buffer.from("\uFEFFpayer,cpt", "utf16le"))).toEqual({ encoding: "utf-16le", assumed: false });
    expect(sniffEncoding(Buffer.from("\uFEFFpayer,cpt", "utf16le").swap16())).toEqual({ encoding: "utf-16be", assumed: false });
    expect(sniffEncoding(bytes("Garc", [0xed], "a,1"))).toEqual({ encoding: "windows-1252", assumed: true });
    expect(sniffEncoding(bytes("payer", [0xc3]))).toEqual({ encoding: "windows-1252", assumed: true });
  });

  it("refuses nothing, NUL bytes, and files of another kind", () => {
    expect(sniffEncoding(Buffer.alloc(0))).toEqual({ refusal: "empty_file" });
    expect(sniffEncoding(bytes("payer", [0], "cpt"))).toEqual({ refusal: "nul_byte" });
    expect(sniffEncoding(Buffer.from("payer,cpt", "utf16le"))).toEqual({ refusal: "nul_byte" });
    for (const head of [
      bytes("PK", [3, 4]),
      bytes("%PDF-1.7"),
      bytes([0x1f, 0x8b, 8]),
      bytes("<html>"),
      bytes("\n <?xml"),
      bytes([0x7f], "ELF"),
      bytes([0xd0, 0xcf, 0x11, 0xe0]),
    ]) {
      expect(sniffEncoding(Buffer.concat([head, Buffer.from("payer,cpt")]))).toEqual({ refusal: "not_csv" });
    }
  });

  it("gives the same verdict in whatever blocks the bytes arrive", () => {
    const whole = Buffer.from("payer,cpt\nGarcía – Ünïon 😀,99213\n".repeat(5));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        const scan = new EncodingScan();
        for (let at = 0, turn = 0; at < whole.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          scan.feed(whole.subarray(at, at + size));
          at += size;
        }
        expect(scan.finish()).toEqual({ encoding: "utf-8", assumed: false });
      }),
    );
  });
});
