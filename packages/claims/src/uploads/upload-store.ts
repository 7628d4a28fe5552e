import { openBytes, sealBytes, keyIdOf } from "@upstream/core";
import type { EnvelopePlace, UploadId } from "@upstream/core";
import { bulkInCustomer, readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

/** Bytes of a piece before it is sealed. */
export const pieceBytes = 1_048_576;

/** Where sealed files lie. Pieces are numbered from 0, sealed one by one, and open only in their place. */
export type UploadStore = {
  write(ctx: CustomerCtx, uploadId: UploadId, pieceNo: number, bytes: Uint8Array): Promise<void>;
  read(ctx: CustomerCtx, uploadId: UploadId): AsyncGenerator<Uint8Array>;
  remove(ctx: CustomerCtx, uploadId: UploadId): Promise<void>;
};

const place = (ctx: CustomerCtx, uploadId: UploadId, pieceNo: number): EnvelopePlace => ({
  table: "upload_chunks",
  column: "sealed",
  customerId: ctx.customerId,
  row: `${uploadId}:${pieceNo}`,
});

async function writePiece(ctx: CustomerCtx, uploadId: UploadId, pieceNo: number, bytes: Uint8Array): Promise<void> {
  const { phi } = ctx;
  const sealed = sealBytes(
    phi.fieldKey(phi.currentKeyId, "upload_chunks", "sealed"),
    phi.currentKeyId,
    place(ctx, uploadId, pieceNo),
    bytes,
  );
  await bulkInCustomer(ctx, (client) =>
    client.query({
      name: "upload-piece-write",
      text: "INSERT INTO upload_chunks (customer_id, upload_id, chunk_no, sealed) VALUES ($1, $2, $3, $4)",
      values: [ctx.customerId, uploadId, pieceNo, sealed],
    }),
  );
}

async function* readPieces(ctx: CustomerCtx, uploadId: UploadId): AsyncGenerator<Uint8Array> {
  for (let pieceNo = 0; ; pieceNo += 1) {
    const row = await readInCustomer(ctx, (query) =>
      query.row<{ sealed: Buffer }>(
        "upload-piece-read",
        "SELECT sealed FROM upload_chunks WHERE customer_id = $1 AND upload_id = $2 AND chunk_no = $3",
        [ctx.customerId, uploadId, pieceNo],
      ),
    );
    if (!row) return;
    yield openBytes(ctx.phi.fieldKey(keyIdOf(row.sealed), "upload_chunks", "sealed"), place(ctx, uploadId, pieceNo), row.sealed);
  }
}

/** Sealed pieces in PostgreSQL: nothing to install, and they follow the database's backups. */
export const databaseStore: UploadStore = {
  write: writePiece,
  read: readPieces,
  remove: async (ctx, uploadId) => {
    await bulkInCustomer(ctx, (client) =>
      client.query("DELETE FROM upload_chunks WHERE customer_id = $1 AND upload_id = $2", [ctx.customerId, uploadId]),
    );
  },
};
