import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { BulkClient } from "./bulk-client.ts";

const linesPerWrite = 200;

/** Streams lines into `COPY … FROM STDIN`, a few at a time, so that neither memory nor event loop is held. */
export async function copyRows(client: BulkClient, statement: string, count: number, lineOf: (at: number) => string): Promise<void> {
  if (count === 0) return;
  const stream = client.query(copyFrom(statement));
  const finished = new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  finished.catch(() => undefined);
  for (let at = 0; at < count; at += linesPerWrite) {
    let text = "";
    for (let line = at; line < Math.min(count, at + linesPerWrite); line += 1) text += lineOf(line);
    if (!stream.write(text)) await Promise.race([once(stream, "drain"), finished]);
    await setImmediate();
  }
  stream.end();
  await finished;
}
