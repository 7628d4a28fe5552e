import { describe, expect, it } from "vitest";
import { decodeBytes } from "./decode-bytes.ts";
import { FileRefusal } from "./file-refusal.ts";
import { parseCsv } from "./parse-csv.ts";
import type { FileEncoding } from "./sniff-encoding.ts";

async function* blocks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function parse(
  text: string | Buffer,
  options: { size?: number; encoding?: FileEncoding; sepLine?: boolean; delimiter?: "," | ";" } = {},
) {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
  const rows: [number, string[]][] = [];
  const source = decodeBytes(blocks(bytes, options.size ?? 7), options.encoding ?? "utf-8");
  for await (const batch of parseCsv(source, { delimiter: options.delimiter ?? ",", sepLine: options.sepLine ?? false, spareCells: 0 })) {
    batch.records.forEach((record, at) => rows.push([batch.firstRowNo + at, record]));
  }
  return rows;
}

const refusalOf = async (text: string | Buffer, encoding: FileEncoding = "utf-8") => {
  try {
    await parse(text, { size: 65_536, encoding });
  } catch (error) {
    return error instanceof FileRefusal ? error.code : error;
  }
  return undefined;
};

describe("parseCsv", () => {
  it("reads CRLF in the header and LF in the rows", async () => {
    expect(await parse("a,b\r\n1,2\n3,4\r5,6")).toEqual([
      [1, ["a", "b"]],
      [2, ["1", "2"]],
      [3, ["3", "4"]],
      [4, ["5", "6"]],
    ]);
  });

  it("keeps delimiters, line ends and doubled quotes inside quoted cells", async () => {
    expect(await parse('a,b\n"x,""y""\nz",2\n')).toEqual([
      [1, ["a", "b"]],
      [2, ['x,"y"\nz', "2"]],
    ]);
  });

  it("drops the BOM, keeps blank records in the count and lets rows be short or long", async () => {
    expect(await parse("\uFEFFa,b\n\n1\n1,2,3\n")).toEqual([
      [1, ["a", "b"]],
      [2, [""]],
      [3, ["1"]],
      [4, ["1", "2", "3"]],
    ]);
  });

  it("keeps a stray quote as text and loses no record over it", async () => {
    expect(await parse('a,b\nx"y,1\n"q"z,4\n1,"he said "no" to it"\n5,6\n')).toEqual([
      [1, ["a", "b"]],
      [2, ['x"y', "1"]],
      [3, ['"q"z', "4"]],
      [4, ["1", '"he said "no" to it"']],
      [5, ["5", "6"]],
    ]);
  });

  it("refuses a file whose quote never closes or whose record is enormous", async () => {
    expect(await refusalOf('a,b\n"x,1\n2,3\n')).toBe("unclosed_quote");
    expect(await refusalOf(`a,b\n"${"x,\n".repeat(600_000)}`)).toBe("record_too_long");
  });

  it("drops a sep= line", async () => {
    expect(await parse("sep=;\na;b\n1;2\n", { sepLine: true, delimiter: ";" })).toEqual([
      [1, ["a", "b"]],
      [2, ["1", "2"]],
    ]);
  });

  it("reads UTF-16 and Windows-1252, and refuses NUL inside UTF-16", async () => {
    expect(await parse(Buffer.from("\uFEFFa,b\r\nGarcía,€\r\n", "utf16le"), { encoding: "utf-16le", size: 3 })).toEqual([
      [1, ["a", "b"]],
      [2, ["García", "€"]],
    ]);
    expect(await parse(Buffer.from([0x61, 0x0a, 0x80, 0xed]), { encoding: "windows-1252" })).toEqual([
      [1, ["a"]],
      [2, ["€í"]],
    ]);
    expect(await refusalOf(Buffer.from("\uFEFFa\u0000b", "utf16le"), "utf-16le")).toBe("nul_byte");
  });
});
