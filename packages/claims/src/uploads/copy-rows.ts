import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { BulkClient } from "./bulk-client.ts";

const linesPerWrite = 200;
const bytesPerWrite = 131_072;

export type CopyLines = {
  count: number;
  /** A line by its place, its end included. */
  lineOf(at: number): string;
  /** The first lines, where they were written out before. */
  ready?: { count: number; bytes: Uint8Array } | undefined;
};

function* partsOf({ count, lineOf, ready }: CopyLines): Generator<string | Uint8Array> {
  const bytes = ready?.bytes ?? new Uint8Array();
  for (let at = 0; at < bytes.length; at += bytesPerWrite) yield bytes.subarray(at, at + bytesPerWrite);
  for (let at = ready?.count ?? 0; at < count; at += linesPerWrite) {
    let text = "";
    for (let line = at; line < Math.min(count, at + linesPerWrite); line += 1) text += lineOf(line);
    yield text;
  }
}

/** Streams lines into `COPY … FROM STDIN`, a few at a time, so that neither memory nor event loop is held. */
export async function copyRows(client: BulkClient, statement: string, lines: CopyLines): Promise<void> {
  if (lines.count === 0) return;
  const stream = client.query(copyFrom(statement));
  const finished = new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  finished.catch(() => undefined);
  for (const part of partsOf(lines)) {
    if (!stream.write(part)) await Promise.race([once(stream, "drain"), finished]);
    await setImmediate();
  }
  stream.end();
  await finished;
}
