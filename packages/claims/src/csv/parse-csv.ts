import { setImmediate } from "node:timers/promises";
import { FileRefusal } from "./file-refusal.ts";
import { RecordScanner } from "./scan-records.ts";
import type { Dialect } from "./sniff-dialect.ts";

export type CsvBatch = {
  /** Row number of the first record; the header is row 1. */
  firstRowNo: number;
  records: string[][];
};

export const maxRecordBytes = 1_048_576;
const blockBytes = 32 * 1024;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The file's bytes in small blocks, without a byte order mark. */
async function* blocksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of source) {
    let rest = chunk;
    if (head) {
      head = Buffer.concat([head, chunk]);
      if (head.length < byteOrderMark.length) continue;
      rest = byteOrderMark.every((byte, at) => head?.[at] === byte) ? head.subarray(byteOrderMark.length) : head;
      head = undefined;
    }
    for (let at = 0; at < rest.length; at += blockBytes) yield rest.subarray(at, at + blockBytes);
  }
  if (head && head.length > 0) yield head;
}

/**
 * Reads records out of UTF-8 bytes in small blocks with constant memory, and lets the event loop breathe after each.
 * A stray quote stays in its cell as text; a quote that never closes refuses the file. A spreadsheet's `sep=` line is dropped;
 * blank records keep their row number and arrive as one empty cell.
 */
export async function* parseCsv(source: AsyncIterable<Uint8Array>, dialect: Dialect): AsyncGenerator<CsvBatch> {
  const sink: string[][] = [];
  const scanner = new RecordScanner(dialect.delimiter, (record) => sink.push(record));
  let nextRow = 1;
  let sepLine = dialect.sepLine;
  const refuse = (code: "unclosed_quote" | "record_too_long") => new FileRefusal(code, { rowNo: nextRow + sink.length });
  const take = (): CsvBatch => {
    const records = sink.splice(0);
    if (sepLine && records.length > 0) {
      records.shift();
      sepLine = false;
    }
    const firstRowNo = nextRow;
    nextRow += records.length;
    return { firstRowNo, records };
  };
  for await (const block of blocksOf(source)) {
    scanner.write(block);
    if (scanner.pendingSize > maxRecordBytes) throw refuse("record_too_long");
    const batch = take();
    if (batch.records.length > 0) yield batch;
    await setImmediate();
  }
  scanner.end();
  if (scanner.isQuoteOpen) throw refuse("unclosed_quote");
  const last = take();
  if (last.records.length > 0) yield last;
}
