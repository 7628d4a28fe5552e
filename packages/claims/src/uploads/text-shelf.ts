/** Many short texts in one growing buffer outside the JavaScript heap, so that a chunk costs its bytes and no garbage. */
export class TextShelf {
  #bytes: Buffer;
  #ends: Uint32Array;
  #count = 0;
  #filled = 0;

  constructor(texts: number, bytes: number) {
    this.#bytes = Buffer.allocUnsafeSlow(bytes);
    this.#ends = new Uint32Array(texts);
  }

  /** Puts a text at the end. */
  push(text: string): void {
    const needed = this.#filled + text.length * 3;
    if (needed > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
      this.#bytes.copy(grown, 0, 0, this.#filled);
      this.#bytes = grown;
    }
    if (this.#count === this.#ends.length) {
      const grown = new Uint32Array(Math.max(16, this.#count * 2));
      grown.set(this.#ends);
      this.#ends = grown;
    }
    this.#filled += this.#bytes.write(text, this.#filled, "utf8");
    this.#ends[this.#count] = this.#filled;
    this.#count += 1;
  }

  /** Number of texts. */
  get size(): number {
    return this.#count;
  }

  /** All texts one after another; good until the next text comes. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#filled);
  }

  /** The text at a place; empty where there is none. */
  at(place: number): string {
    if (place < 0 || place >= this.#count) return "";
    return this.#bytes.toString("utf8", place === 0 ? 0 : this.#ends[place - 1], this.#ends[place]);
  }

  /** Forgets all texts and keeps the room. */
  clear(): void {
    this.#count = 0;
    this.#filled = 0;
  }
}
