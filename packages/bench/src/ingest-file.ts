import { createReadStream } from "node:fs";
import { processUpload, receiveUpload } from "@upstream/claims";
import type { UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";

/** Rows that the workflow takes in one step. */
const sliceRows = 1_000_000;

export type Ingested = { uploadId: UploadId; receiveMs: number; processMs: number };

/** Takes a file in as the product does: bytes received and sealed, then processed slice by slice until published. */
export async function ingestFile(ctx: CustomerCtx, path: string): Promise<Ingested> {
  const begun = performance.now();
  const { id, isDuplicate } = await receiveUpload(ctx, { filename: "claims.csv", body: createReadStream(path) });
  if (isDuplicate) throw new Error("The file had been sent before; nothing was measured");
  const received = performance.now();
  for (let isFinished = false; !isFinished;) {
    const slice = await processUpload(ctx, { uploadId: id, maxRows: sliceRows });
    isFinished = slice.isFinished;
    if (isFinished && slice.outcome !== "published") throw new Error(`The file ended as ${slice.outcome}, not published`);
  }
  return { uploadId: id, receiveMs: received - begun, processMs: performance.now() - received };
}
