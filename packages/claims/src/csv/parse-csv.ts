import { setImmediate } from "node:timers/promises";
import { Parser } from "csv-parse";
import { FileRefusal } from "./file-refusal.ts";
import type { Dialect } from "./sniff-dialect.ts";

export type CsvBatch = {
  /** Row number of the first record; the header is row 1. */
  firstRowNo: number;
  records: string[][];
};

export const maxRecordBytes = 1_048_576;
const blockBytes = 32 * 1024;

const refusals: Record<string, "unclosed_quote" | "record_too_long"> = {
  CSV_QUOTE_NOT_CLOSED: "unclosed_quote",
  CSV_MAX_RECORD_SIZE: "record_too_long",
};

function openParser(dialect: Dialect, sink: string[][]): Parser {
  return new Parser({
    columns: false,
    bom: true,
    delimiter: dialect.delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: maxRecordBytes,
    relax_column_count: true,
    relax_quotes: true,
    on_record: (record: string[]) => {
      sink.push(record);
      return null;
    },
  });
}

function refusalOf(error: Error, rowNo: number): Error {
  const code = "code" in error && typeof error.code === "string" ? refusals[error.code] : undefined;
  return code ? new FileRefusal(code, { rowNo }) : error;
}

/**
 * Reads records out of UTF-8 bytes in small blocks with constant memory, and lets the event loop breathe after each.
 * A stray quote stays in its cell as text; a quote that never closes refuses the file. A spreadsheet's `sep=` line is dropped;
 * blank records keep their row number and arrive as one empty cell.
 */
export async function* parseCsv(source: AsyncIterable<Uint8Array>, dialect: Dialect): AsyncGenerator<CsvBatch> {
  const sink: string[][] = [];
  let broken: Error | undefined;
  const parser = openParser(dialect, sink);
  parser.on("error", (error) => {
    broken = error;
  });
  parser.resume();
  let nextRow = 1;
  let sepLine = dialect.sepLine;
  const take = (): CsvBatch => {
    if (broken) throw refusalOf(broken, nextRow + sink.length);
    const records = sink.splice(0);
    if (sepLine && records.length > 0) {
      records.shift();
      sepLine = false;
    }
    const firstRowNo = nextRow;
    nextRow += records.length;
    return { firstRowNo, records };
  };
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += blockBytes) {
      parser.write(chunk.subarray(at, at + blockBytes));
      const batch = take();
      if (batch.records.length > 0) yield batch;
      await setImmediate();
    }
  }
  parser.end();
  await setImmediate();
  const last = take();
  if (last.records.length > 0) yield last;
}
