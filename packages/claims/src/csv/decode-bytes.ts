import iconv from "iconv-lite";
import { FileRefusal } from "./file-refusal.ts";
import type { FileEncoding } from "./sniff-encoding.ts";

const iconvNames: Record<Exclude<FileEncoding, "utf-8" | "utf-8-bom">, string> = {
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "windows-1252": "win1252",
};

/** Turns a file's bytes into UTF-8 bytes, block by block; UTF-8 passes through untouched. */
export async function* decodeBytes(source: AsyncIterable<Uint8Array>, encoding: FileEncoding): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8" || encoding === "utf-8-bom") {
    yield* source;
    return;
  }
  const decoder = iconv.getDecoder(iconvNames[encoding]);
  for await (const chunk of source) yield utf8Of(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
  const rest = decoder.end();
  if (rest) yield utf8Of(rest);
}

function utf8Of(text: string): Uint8Array {
  if (text.includes("\u0000")) throw new FileRefusal("nul_byte");
  return Buffer.from(text, "utf8");
}
