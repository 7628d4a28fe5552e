import { DomainError, requirePermission } from "@upstream/core";
import { emitAudit, inCustomer, readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { DateOrderEvidence } from "../csv/date-order.ts";
import { detectColumns } from "../csv/detect-columns.ts";
import { isBlank } from "../csv/structural-faults.ts";
import type { FileEncoding } from "../csv/sniff-encoding.ts";
import type { UploadIdInput } from "../schemas.ts";
import { rowAdmitter } from "./admit-row.ts";
import { loadSource } from "./load-source.ts";
import { openFile } from "./read-file.ts";
import type { OpenFile } from "./read-file.ts";
import { issueText } from "./rule-counts.ts";
import { safeCell } from "./safe-cell.ts";

const errorColumn = "upstream_error";
const lineEnd = "\r\n";

type Stored = { id: UploadIdInput["uploadId"]; encoding: FileEncoding | null; mappingId: string | null; rejected: number };

async function loadUpload(ctx: CustomerCtx, uploadId: string): Promise<Stored & { encoding: FileEncoding }> {
  const row = await readInCustomer(ctx, (query) =>
    query.row<Stored>(
      "upload-for-export",
      'SELECT id::text AS id, encoding, mapping_id::text AS "mappingId", rejected_count AS rejected FROM uploads WHERE customer_id = $1 AND id = $2',
      [ctx.customerId, uploadId],
    ),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  const { encoding } = row;
  if (encoding === null) throw new DomainError("PRECONDITION", { reason: "upload-not-received" });
  return { ...row, encoding };
}

async function* rejectedLines(ctx: CustomerCtx, upload: Stored, file: OpenFile): AsyncGenerator<string> {
  const source = await loadSource(ctx, { id: upload.id, mappingId: upload.mappingId });
  const faults: string[] = [];
  let admitter: ReturnType<typeof rowAdmitter> | undefined;
  let errorCell = -1;
  for await (const batch of file.batches) {
    let text = "";
    for (const [at, cells] of batch.records.entries()) {
      if (isBlank(cells)) continue;
      if (!admitter) {
        errorCell = cells.indexOf(errorColumn);
        const plan = { columns: detectColumns(cells, source.mapping), dayFirst: source.dayFirst, rules: source.rules, env: source.env };
        admitter = rowAdmitter(plan, new DateOrderEvidence(), ({ code, detail, severity }) => {
          if (severity === "error") faults.push(`${code}: ${issueText(code, detail).message}`);
        });
        text += [...without(cells, errorCell), errorColumn].map(safeCell).join(",") + lineEnd;
        continue;
      }
      faults.length = 0;
      if (!admitter.admit(cells, batch.firstRowNo + at))
        text += [...without(cells, errorCell), faults.join("; ")].map(safeCell).join(",") + lineEnd;
    }
    if (text !== "") yield text;
  }
}

function without(cells: readonly string[], at: number): readonly string[] {
  return at < 0 ? cells : cells.filter((_, place) => place !== at);
}

/**
 * The rejected rows of an upload as the same CSV with an `upstream_error` column (BOM, every cell quoted and formula-safe), read again
 * from the sealed bytes: correct them and send the file back. Sending it is written to the audit log before the first byte.
 */
export async function exportRejectedRows(
  ctx: CustomerCtx,
  input: UploadIdInput,
): Promise<{ filename: string; body: AsyncGenerator<string> }> {
  requirePermission(ctx.actor, "uploads:write");
  const upload = await loadUpload(ctx, input.uploadId);
  const file = await openFile(ctx, upload);
  await inCustomer(ctx, (tx) =>
    emitAudit(tx, ctx, {
      action: "upload.export-rejected",
      entity: "upload",
      entityId: input.uploadId,
      payload: { rows: upload.rejected },
    }),
  );
  async function* body(): AsyncGenerator<string> {
    yield "\uFEFF";
    yield* rejectedLines(ctx, upload, file);
  }
  return { filename: `rejected-rows-${input.uploadId.slice(0, 8)}.csv`, body: body() };
}
