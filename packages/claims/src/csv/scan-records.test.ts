import { Parser } from "csv-parse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordScanner } from "./scan-records.ts";

function scan(text: string, blockSize: number): string[][] | "open quote" {
  const bytes = Buffer.from(text);
  const records: string[][] = [];
  const scanner = new RecordScanner(",", (record) => records.push(record));
  for (let at = 0; at < bytes.length; at += blockSize) scanner.write(bytes.subarray(at, at + blockSize));
  scanner.end();
  return scanner.isQuoteOpen ? "open quote" : records;
}

/** The records as an established parser reads them. */
function parsed(text: string): Promise<string[][] | "open quote"> {
  return new Promise((resolve, reject) => {
    const records: string[][] = [];
    const parser = new Parser({ relax_column_count: true, relax_quotes: true, record_delimiter: ["\r\n", "\n", "\r"] });
    parser.on("data", (record: string[]) => records.push(record));
    parser.on("end", () => resolve(records));
    parser.on("error", (error) => ("code" in error && error.code === "CSV_QUOTE_NOT_CLOSED" ? resolve("open quote") : reject(error)));
    parser.end(text);
  });
}

const pieces = fc.constantFrom('"', '""', ",", "\n", "\r\n", "\r", "a", "bc", " ", "é", "漢", "'", ";", "\t");
const files = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

describe("RecordScanner", () => {
  it("reads what an established parser reads, however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 9 }), async (text, blockSize) => {
        expect(scan(text, blockSize)).toEqual(await parsed(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("brings back every cell that was written with its quotes doubled", () => {
    const cells = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "x", "ü", " ") }), { minLength: 1, maxLength: 5 }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 64 }), (rows, blockSize) => {
        const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        expect(scan(text, blockSize)).toEqual(rows);
      }),
    );
  });

  it("tells how much of a record is still to come", () => {
    const scanner = new RecordScanner(",", () => undefined);
    scanner.write(Buffer.from('a,b\n1,"x\ny'));
    expect([scanner.isQuoteOpen, scanner.pendingSize]).toEqual([true, 6]);
  });
});
