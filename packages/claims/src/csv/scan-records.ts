import type { Delimiter } from "./sniff-dialect.ts";

export type RecordSink = (record: string[]) => void;

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;

/** What a record holds so far while a quoted cell runs over a line end. */
type OpenRecord = { cells: string[]; cell: string; size: number };

/** Rest of an unquoted cell from `at` on; a quote inside it is text. */
function endOfCell(text: string, at: number, delimiter: string): number {
  const end = text.indexOf(delimiter, at);
  return end < 0 ? text.length : end;
}

/**
 * Reads the cells of a record from the text of its lines. A quoted cell that another character follows is no quoted cell after all:
 * its quotes become text, as `"q"z` does.
 */
class QuotedReader {
  readonly #delimiter: Delimiter;
  #open: OpenRecord | undefined;

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Length of the open record, in characters. */
  get openSize(): number {
    return this.#open?.size ?? 0;
  }

  /** Takes one line and what ended it; answers with the record unless a quoted cell is still open. */
  take(line: string, ending: string): string[] | undefined {
    const open = this.#open ?? { cells: [], cell: "", size: 0 };
    const isInside = this.#open !== undefined;
    this.#open = undefined;
    open.size += line.length + ending.length;
    return this.#read(line, open, isInside, ending);
  }

  #read(line: string, open: OpenRecord, isInside: boolean, ending: string): string[] | undefined {
    let at = 0;
    let inside = isInside;
    for (;;) {
      if (!inside && line.charCodeAt(at) === quote) {
        inside = true;
        at += 1;
      }
      if (inside) at = this.#closing(line, at, open);
      if (at < 0) {
        open.cell += ending;
        this.#open = open;
        return undefined;
      }
      if (at < line.length && line[at] !== this.#delimiter) {
        const end = endOfCell(line, at, this.#delimiter);
        open.cell = inside ? `"${open.cell}"${line.slice(at, end)}` : line.slice(at, end);
        at = end;
      }
      open.cells.push(open.cell);
      open.cell = "";
      inside = false;
      if (at >= line.length) return open.cells;
      at += 1;
    }
  }

  /** Adds a quoted cell's text up to its closing quote; the place behind that, or -1 when the line ends first. */
  #closing(line: string, from: number, open: OpenRecord): number {
    for (let at = from; ;) {
      const end = line.indexOf('"', at);
      if (end < 0) {
        open.cell += line.slice(at);
        return -1;
      }
      open.cell += line.slice(at, end);
      if (line.charCodeAt(end + 1) !== quote) return end + 1;
      open.cell += '"';
      at = end + 2;
    }
  }
}

/** Where the next line ends; -1 when its end has not come yet. The places found are kept, so that no byte is searched twice. */
class LineEnds {
  #bytes: Buffer = Buffer.alloc(0);
  #lf = 0;
  #cr = 0;

  reset(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#lf = -2;
    this.#cr = -2;
  }

  #find(byte: number, known: number, from: number): number {
    if (known === -1 || known >= from) return known;
    return this.#bytes.indexOf(byte, from);
  }

  next(from: number): number {
    this.#lf = this.#find(lf, this.#lf, from);
    this.#cr = this.#find(cr, this.#cr, from);
    if (this.#cr < 0) return this.#lf;
    return this.#lf < 0 ? this.#cr : Math.min(this.#lf, this.#cr);
  }
}

const noBytes = Buffer.alloc(0);

/**
 * Reads CSV records out of UTF-8 bytes (RFC 4180, lines ended by CRLF, LF or CR). A stray quote is text. Lines without a quote,
 * which are nearly all, are split natively; each line is decoded by itself, so that no cell holds more than its line in memory.
 */
export class RecordScanner {
  readonly #delimiter: Delimiter;
  readonly #sink: RecordSink;
  readonly #quoted: QuotedReader;
  readonly #ends = new LineEnds();
  #rest: Buffer = noBytes;

  constructor(delimiter: Delimiter, sink: RecordSink) {
    this.#delimiter = delimiter;
    this.#sink = sink;
    this.#quoted = new QuotedReader(delimiter);
  }

  /** Whether a quoted cell is still open. */
  get isQuoteOpen(): boolean {
    return this.#quoted.isOpen;
  }

  /** Bytes and characters of the record that is not complete yet. */
  get pendingSize(): number {
    return this.#rest.length + this.#quoted.openSize;
  }

  /** Reads the records that these bytes complete. */
  write(block: Uint8Array): void {
    const given = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
    const bytes = this.#rest.length === 0 ? given : Buffer.concat([this.#rest, given]);
    this.#ends.reset(bytes);
    let from = 0;
    for (;;) {
      const end = this.#ends.next(from);
      // A CR at the very end may be the first half of a CRLF.
      if (end < 0 || (bytes[end] === cr && end + 1 === bytes.length)) break;
      const isPair = bytes[end] === cr && bytes[end + 1] === lf;
      const after = isPair ? end + 2 : end + 1;
      this.#take(bytes.toString("utf8", from, end), isPair ? "\r\n" : bytes[end] === cr ? "\r" : "\n");
      from = after;
    }
    this.#rest = from === bytes.length ? noBytes : Buffer.from(bytes.subarray(from));
  }

  /** Reads the last record, which no line end closes. */
  end(): void {
    if (this.#rest.length === 0) return;
    const text = this.#rest.toString("utf8");
    this.#rest = noBytes;
    const isEnded = text.endsWith("\r");
    this.#take(isEnded ? text.slice(0, -1) : text, isEnded ? "\r" : "");
  }

  #take(line: string, ending: string): void {
    if (!this.#quoted.isOpen && !line.includes('"')) {
      this.#sink(line.split(this.#delimiter));
      return;
    }
    const record = this.#quoted.take(line, ending);
    if (record) this.#sink(record);
  }
}
