import type { UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { decodeBytes } from "../csv/decode-bytes.ts";
import { FileRefusal } from "../csv/file-refusal.ts";
import { parseCsv } from "../csv/parse-csv.ts";
import type { CsvBatch } from "../csv/parse-csv.ts";
import { sniffDialect } from "../csv/sniff-dialect.ts";
import type { Dialect } from "../csv/sniff-dialect.ts";
import type { FileEncoding } from "../csv/sniff-encoding.ts";
import { databaseStore } from "./upload-store.ts";

export type OpenFile = { dialect: Dialect; batches: AsyncGenerator<CsvBatch>; bytesRead: () => number };

const sampleBytes = 65_536;

/** Opens a stored file: recognises its dialect and reads its records; `bytesRead` tells how far the stored bytes were taken. */
export async function openFile(ctx: CustomerCtx, upload: { id: UploadId; encoding: FileEncoding }): Promise<OpenFile> {
  let taken = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of databaseStore.read(ctx, upload.id)) {
      taken += piece.length;
      yield piece;
    }
  }
  const decoded = decodeBytes(counted(), upload.encoding);
  const first = await decoded.next();
  if (first.done) throw new FileRefusal("empty_file");
  async function* whole(head: Uint8Array): AsyncGenerator<Uint8Array> {
    yield head;
    yield* decoded;
  }
  const dialect = sniffDialect(Buffer.from(first.value.subarray(0, sampleBytes)).toString("utf8"));
  return { dialect, batches: parseCsv(whole(first.value), dialect), bytesRead: () => taken };
}
