import { DomainError, requirePermission } from "@upstream/core";
import type { UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { FileRefusal } from "../csv/file-refusal.ts";
import { ingestFile } from "./ingest-file.ts";
import { leaseUpload, releaseUpload } from "./lease-upload.ts";
import type { LeasedUpload } from "./lease-upload.ts";
import { publishUpload } from "./publish-upload.ts";
import { refuseUpload } from "./refuse-upload.ts";

export type ProcessUploadInput = {
  uploadId: UploadId;
  /** Stop after about this many rows and come back later; without it the file is read to its end. */
  maxRows?: number | undefined;
  /** Rows stored in one transaction once the first, smaller chunks are under way; 25,000 when absent, more gains nothing. */
  chunkRows?: number | undefined;
};

/** `isFinished` is false when the file needs another call. */
export type ProcessResult = { isFinished: boolean; outcome: "published" | "refused" | "waiting" | "idle" };

const defaultChunkRows = 25_000;

async function run(ctx: CustomerCtx, upload: LeasedUpload, input: ProcessUploadInput): Promise<ProcessResult> {
  const reachedEnd =
    upload.status === "STAGED" ||
    (await ingestFile(ctx, upload, { maxRows: input.maxRows, chunkRows: input.chunkRows ?? defaultChunkRows }));
  if (!reachedEnd) {
    await releaseUpload(ctx, upload);
    return { isFinished: false, outcome: "waiting" };
  }
  const published = await publishUpload(ctx, upload.id, upload.attempts);
  return { isFinished: true, outcome: published ? "published" : "idle" };
}

/**
 * Reads a received file, merges its rows hidden, and publishes them; a refused file is marked so. May be killed at any point and called
 * again: it goes on from the last stored chunk. A file that is finished or in other hands is left alone.
 */
export async function processUpload(ctx: CustomerCtx, input: ProcessUploadInput): Promise<ProcessResult> {
  requirePermission(ctx.actor, "uploads:write");
  const upload = await leaseUpload(ctx, input.uploadId);
  if (upload === "finished") return { isFinished: true, outcome: "idle" };
  if (upload === "busy") throw new DomainError("UNAVAILABLE", { reason: "upload-busy", retryAfterSeconds: 30 });
  try {
    return await run(ctx, upload, input);
  } catch (error) {
    if (error instanceof FileRefusal) {
      await refuseUpload(ctx, upload, error);
      return { isFinished: true, outcome: "refused" };
    }
    await releaseUpload(ctx, upload);
    throw error;
  }
}
