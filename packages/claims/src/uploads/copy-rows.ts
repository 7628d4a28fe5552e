import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { BulkClient } from "./bulk-client.ts";
import { CopyBuffer } from "./copy-buffer.ts";

const pieceBytes = 65_536;

/** Signature, no flags, no extension: how binary COPY data begin. */
const head = Buffer.from("5047434f50590aff0d0a000000000000000000", "hex");
const end = Buffer.from("ffff", "hex");

/** Rows written by `write`, a piece at a time. */
export function* rowPieces(count: number, write: (into: CopyBuffer, at: number) => void): Generator<Uint8Array> {
  for (let at = 0; at < count;) {
    const piece = new CopyBuffer(pieceBytes);
    for (; at < count && piece.size < pieceBytes; at += 1) write(piece, at);
    yield piece.slice(0, piece.size);
  }
}

/** Streams rows in binary form into a table, a piece at a time, so that neither memory nor event loop is held. */
export async function copyRows(client: BulkClient, table: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT binary)`));
  const finished = new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  finished.catch(() => undefined);
  stream.write(head);
  for (const piece of pieces) {
    if (!stream.write(piece)) await Promise.race([once(stream, "drain"), finished]);
    await setImmediate();
  }
  stream.end(end);
  await finished;
}
