import { createHash } from "node:crypto";
import { DomainError, actorText, newId, requirePermission, todayIn } from "@upstream/core";
import type { UploadId } from "@upstream/core";
import { emitAudit, inCustomer, readInCustomer, recordEvent } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { loadSettings, loadSourceColumns } from "@upstream/tenancy";
import { EncodingScan } from "../csv/sniff-encoding.ts";
import type { FileEncoding } from "../csv/sniff-encoding.ts";
import { uploadReceived } from "../events.ts";
import type { ReceivedUploadDto } from "../schemas.ts";
import { fileNameOf } from "./file-name.ts";
import { forgetReceipt, receiptEnd, renewReceipt } from "./receipt.ts";
import { databaseStore, pieceBytes } from "./upload-store.ts";
import { uploadStatusSql } from "./upload-status.ts";
import type { UploadStatus } from "./upload-status.ts";

/** Largest file that is taken when no setting says otherwise: 1 GiB. */
export const defaultMaxBytes = 1_073_741_824;

export type ReceiveUploadInput = {
  filename: string;
  body: AsyncIterable<Uint8Array>;
  mappingId?: string | undefined;
  maxBytes?: number | undefined;
};

type Arrived = { byteCount: number; pieces: number; sha256: Buffer; encoding: FileEncoding; isAssumed: boolean };

/** Counts, hashes and seals the bytes while they arrive; memory holds the piece that fills and the one on its way to the store. */
async function takeBytes(ctx: CustomerCtx, uploadId: UploadId, input: ReceiveUploadInput): Promise<Arrived> {
  const limit = input.maxBytes ?? defaultMaxBytes;
  const digest = createHash("sha256");
  const scan = new EncodingScan();
  const piece = Buffer.allocUnsafe(pieceBytes);
  let filled = 0;
  let pieces = 0;
  let byteCount = 0;
  let storing: Promise<void> | undefined;
  const seal = async () => {
    await storing;
    if (filled === 0) return;
    // Sealed before it returns, so that the piece can fill again.
    storing = databaseStore.write(ctx, uploadId, pieces, piece.subarray(0, filled)).then(() => renewReceipt(ctx, uploadId));
    storing.catch(() => undefined);
    pieces += 1;
    filled = 0;
  };
  for await (const block of input.body) {
    byteCount += block.length;
    if (byteCount > limit)
      throw new DomainError("INVALID", {
        reason: "file-too-large",
        errors: [{ pointer: "/file", code: "file_too_large", detail: `The file is larger than ${limit} bytes` }],
      });
    digest.update(block);
    scan.feed(block);
    for (let at = 0; at < block.length;) {
      const size = Math.min(pieceBytes - filled, block.length - at);
      piece.set(block.subarray(at, at + size), filled);
      filled += size;
      at += size;
      if (filled === pieceBytes) await seal();
    }
  }
  await seal();
  await storing;
  const verdict = scan.finish();
  if ("refusal" in verdict)
    throw new DomainError("INVALID", {
      reason: verdict.refusal,
      errors: [{ pointer: "/file", code: verdict.refusal, detail: refusalTexts[verdict.refusal] }],
    });
  return { byteCount, pieces, sha256: digest.digest(), encoding: verdict.encoding, isAssumed: verdict.assumed };
}

const refusalTexts = {
  empty_file: "The file is empty",
  not_csv: "The file is no text table; save it as CSV",
  nul_byte: "The file holds NUL bytes; save it as CSV in UTF-8",
} as const;

async function openUpload(ctx: CustomerCtx, uploadId: UploadId, input: ReceiveUploadInput): Promise<void> {
  const { customerId, clock } = ctx;
  const data = {
    customerId,
    id: uploadId,
    filename: fileNameOf(input.filename),
    status: "RECEIVING",
    lockedUntil: receiptEnd(clock),
    mappingId: input.mappingId ?? null,
    createdBy: actorText(ctx.actor),
    createdAt: clock.now(),
  };
  await inCustomer(ctx, (tx) => tx.upload.create({ data, select: { id: true } }));
}

async function findSame(ctx: CustomerCtx, sha256: Buffer): Promise<ReceivedUploadDto | undefined> {
  const row = await readInCustomer(ctx, (query) =>
    query.row<{ id: UploadId; status: UploadStatus }>(
      "upload-by-hash",
      `SELECT u.id::text AS id, ${uploadStatusSql} AS status FROM uploads u WHERE u.customer_id = $1 AND u.sha256 = $2 AND u.status NOT IN ('REJECTED', 'FAILED', 'CANCELLED', 'VOIDED')`,
      [ctx.customerId, sha256],
    ),
  );
  return row && { ...row, isDuplicate: true };
}

async function closeUpload(ctx: CustomerCtx, uploadId: UploadId, arrived: Arrived): Promise<ReceivedUploadDto> {
  const receivedAt = ctx.clock.now();
  const { timeZone } = await loadSettings(ctx);
  const receivedOn = todayIn(timeZone, receivedAt);
  await inCustomer(ctx, async (tx) => {
    const data = {
      status: "RECEIVED",
      lockedUntil: null,
      byteCount: arrived.byteCount,
      chunkCount: arrived.pieces,
      sha256: Uint8Array.from(arrived.sha256),
      encoding: arrived.encoding,
      isEncodingAssumed: arrived.isAssumed,
      receivedAt,
      receivedOn: new Date(`${receivedOn}T00:00:00Z`),
    };
    const { count } = await tx.upload.updateMany({ where: { customerId: ctx.customerId, id: uploadId, status: "RECEIVING" }, data });
    if (count === 0) throw new DomainError("PRECONDITION", { reason: "receipt-ended" });
    await recordEvent(tx, ctx, uploadReceived({ uploadId }));
    await emitAudit(tx, ctx, { action: "upload.receive", entity: "upload", entityId: uploadId, payload: { bytes: arrived.byteCount } });
  });
  return { id: uploadId, status: "received", isDuplicate: false };
}

const isTwin = (error: unknown) => error instanceof DomainError && error.code === "CONFLICT";

/**
 * Takes a file in: stores its sealed bytes and announces it. A file whose bytes the customer has sent before answers with that upload,
 * also when both arrive at once; a file that is too large, empty or no text table leaves nothing behind.
 */
export async function receiveUpload(ctx: CustomerCtx, input: ReceiveUploadInput): Promise<ReceivedUploadDto> {
  requirePermission(ctx.actor, "uploads:write");
  if (input.mappingId !== undefined) await loadSourceColumns(ctx, input.mappingId);
  const uploadId = newId<UploadId>();
  await openUpload(ctx, uploadId, input);
  try {
    const arrived = await takeBytes(ctx, uploadId, input);
    const same = await findSame(ctx, arrived.sha256);
    if (same) {
      await forgetReceipt(ctx, uploadId);
      return same;
    }
    return await closeUpload(ctx, uploadId, arrived).catch(async (error: unknown) => {
      const first = isTwin(error) ? await findSame(ctx, arrived.sha256) : undefined;
      if (!first) throw error;
      await forgetReceipt(ctx, uploadId);
      return first;
    });
  } catch (error) {
    await forgetReceipt(ctx, uploadId);
    throw error;
  }
}
