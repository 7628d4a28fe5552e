import { isUtf8 } from "node:buffer";

export const fileEncodings = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"] as const;
/** How a file's bytes are read; `windows-1252` is a guess that the upload shows. */
export type FileEncoding = (typeof fileEncodings)[number];

export type EncodingVerdict = { encoding: FileEncoding; assumed: boolean } | { refusal: "empty_file" | "not_csv" | "nul_byte" };

const signatures: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, xlsx
  [0x50, 0x4b, 0x05, 0x06],
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x1f, 0x8b], // gzip
  [0xd0, 0xcf, 0x11, 0xe0], // xls, doc
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x4d, 0x5a, 0x90], // PE
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // rar
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58], // xz
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // rtf
  [0x23, 0x21], // script
  [0x89, 0x50, 0x4e, 0x47], // PNG
];

function startsLikeAnotherKind(head: Uint8Array): boolean {
  if (signatures.some((signature) => signature.every((byte, at) => head[at] === byte))) return true;
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (at < head.length && (head[at] === 0x20 || head[at] === 0x09 || head[at] === 0x0a || head[at] === 0x0d)) at += 1;
  return head[at] === 0x3c;
}

function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** UTF-16 as its byte order mark tells it. */
function wideEncoding(head: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : undefined;
}

/** Decides kind and encoding of a file while its bytes pass by once, in any block size. */
export class EncodingScan {
  #head = Buffer.alloc(0);
  #tail: Uint8Array = new Uint8Array(0);
  #utf8 = true;
  #nul = false;
  #bytes = 0;

  /** Takes the next bytes. */
  feed(chunk: Uint8Array): void {
    if (this.#head.length < 64) this.#head = Buffer.concat([this.#head, chunk.subarray(0, 64)]).subarray(0, 64);
    this.#bytes += chunk.length;
    if (!this.#nul && chunk.includes(0)) this.#nul = true;
    if (!this.#utf8) return;
    const joined = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk;
    const open = openTail(joined);
    this.#utf8 = isUtf8(joined.subarray(0, joined.length - open));
    this.#tail = Uint8Array.from(joined.subarray(joined.length - open));
  }

  /** The verdict over everything fed. */
  finish(): EncodingVerdict {
    const head = this.#head;
    if (this.#bytes === 0) return { refusal: "empty_file" };
    if (startsLikeAnotherKind(head)) return { refusal: "not_csv" };
    const wide = wideEncoding(head);
    if (wide) return { encoding: wide, assumed: false };
    if (this.#nul) return { refusal: "nul_byte" };
    if (!this.#utf8 || this.#tail.length > 0) return { encoding: "windows-1252", assumed: true };
    const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    return { encoding: bom ? "utf-8-bom" : "utf-8", assumed: false };
  }
}

/** The verdict over bytes held in memory. */
export function sniffEncoding(bytes: Uint8Array): EncodingVerdict {
  const scan = new EncodingScan();
  scan.feed(bytes);
  return scan.finish();
}
