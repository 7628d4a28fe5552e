import { envelopeRoom, layOutText } from "@upstream/core";

/** Days from 1970-01-01 to PostgreSQL's first day, 2000-01-01. */
const firstDay = 10_957;
const absent = -1;
/** Up to this length a loop beats the call into native code. */
const shortText = 48;

const hexValue = new Uint8Array(128);
for (let digit = 0; digit < 16; digit += 1) hexValue[digit.toString(16).charCodeAt(0)] = digit;

/** Rows in the binary format of PostgreSQL's COPY, written one field after another into one growing buffer outside the JavaScript heap. */
export class CopyBuffer {
  #bytes: Buffer;
  #at = 0;

  constructor(bytes: number) {
    this.#bytes = Buffer.allocUnsafeSlow(bytes);
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#at;
  }

  /** Written bytes; good until `clear`, whatever is written after them. */
  slice(from: number, to: number): Buffer {
    return this.#bytes.subarray(from, to);
  }

  /** Forgets all rows and keeps the room. */
  clear(): void {
    this.#at = 0;
  }

  #take(size: number): number {
    const at = this.#at;
    if (at + size > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(at + size, this.#bytes.length * 2));
      this.#bytes.copy(grown, 0, 0, at);
      this.#bytes = grown;
    }
    this.#at = at + size;
    return at;
  }

  #put(value: number, at: number): void {
    this.#bytes[at] = value >>> 24;
    this.#bytes[at + 1] = value >>> 16;
    this.#bytes[at + 2] = value >>> 8;
    this.#bytes[at + 3] = value;
  }

  /** Begins a row of so many fields, or any `int2` without a length: -1 ends the data. */
  begin(fields: number): void {
    const at = this.#take(2);
    this.#bytes[at] = fields >>> 8;
    this.#bytes[at + 1] = fields;
  }

  absent(): void {
    this.#put(absent, this.#take(4));
  }

  int2(value: number | null): void {
    if (value === null) return this.absent();
    const at = this.#take(6);
    this.#put(2, at);
    this.#bytes[at + 4] = value >>> 8;
    this.#bytes[at + 5] = value;
  }

  int4(value: number): void {
    const at = this.#take(8);
    this.#put(4, at);
    this.#put(value, at + 4);
  }

  int8(value: number | null): void {
    if (value === null) return this.absent();
    const at = this.#take(12);
    this.#put(8, at);
    this.#put(Math.floor(value / 4_294_967_296), at + 4);
    this.#put(value % 4_294_967_296, at + 8);
  }

  /** A day number as a date. */
  date(day: number | null): void {
    if (day === null) this.absent();
    else this.int4(day - firstDay);
  }

  flag(value: boolean | null): void {
    if (value === null) return this.absent();
    const at = this.#take(5);
    this.#put(1, at);
    this.#bytes[at + 4] = value ? 1 : 0;
  }

  bytes(value: Uint8Array): void {
    const at = this.#take(4 + value.length);
    this.#put(value.length, at);
    this.#bytes.set(value, at + 4);
  }

  /** Bytes kept as latin1 characters; none means absent. */
  latin1(value: string): void {
    if (value === "") return this.absent();
    const at = this.#take(4 + value.length);
    this.#put(value.length, at);
    for (let place = 0; place < value.length; place += 1) this.#bytes[at + 4 + place] = value.charCodeAt(place);
  }

  /** Hex digits as bytea. */
  hex(digits: string): void {
    const length = digits.length / 2;
    const at = this.#take(4 + length);
    this.#put(length, at);
    for (let byte = 0; byte < length; byte += 1) this.#bytes[at + 4 + byte] = this.#hexByte(digits, byte * 2);
  }

  #hexByte(digits: string, from: number): number {
    return ((hexValue[digits.charCodeAt(from)] ?? 0) << 4) | (hexValue[digits.charCodeAt(from + 1)] ?? 0);
  }

  uuid(text: string): void {
    const at = this.#take(20);
    this.#put(16, at);
    let from = 0;
    for (let byte = at + 4; byte < at + 20; byte += 1) {
      if (text.charCodeAt(from) === 0x2d) from += 1;
      this.#bytes[byte] = this.#hexByte(text, from);
      from += 2;
    }
  }

  /** Text; empty means absent. */
  text(text: string): void {
    if (text === "") return this.absent();
    const at = this.#take(4 + text.length * 3);
    const length = this.#ascii(text, at + 4) ? text.length : this.#bytes.write(text, at + 4, "utf8");
    this.#put(length, at);
    this.#at = at + 4 + length;
  }

  #ascii(text: string, at: number): boolean {
    if (text.length > shortText) return false;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code > 0x7f) return false;
      this.#bytes[at + place] = code;
    }
    return true;
  }

  /** Text in the room of its envelope, which is sealed later; answers with the place where the envelope begins. */
  openEnvelope(text: string): number {
    const at = this.#take(4 + envelopeRoom(text));
    const length = layOutText(text, this.#bytes, at + 4);
    this.#put(length, at);
    this.#at = at + 4 + length;
    return at + 4;
  }
}
