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

type Stored = {
  id: UploadIdInput["uploadId"];
  encoding: FileEncoding | null;
  mappingId: string | null;
  rejected: number;
  failureCode: string | null;
};

async function loadUpload(ctx: CustomerCtx, uploadId: string): Promise<Stored & { encoding: FileEncoding }> {
  const row = await readInCustomer(ctx, (query) =>
    query.row<Stored>(
      "upload-for-export",
      `SELECT id::text AS id, encoding, mapping_id::text AS "mappingId", rejected_count AS rejected, failure_code AS "failureCode"
       FROM uploads WHERE customer_id = $1 AND id = $2`,
      [ctx.customerId, uploadId],
    ),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  const { encoding } = row;
  if (encoding === null) throw new DomainError("PRECONDITION", { reason: "upload-not-received" });
  if (row.rejected === 0 && row.failureCode !== null) throw new DomainError("PRECONDITION", { reason: "file-refused-whole" });
  return { ...row, encoding };
}

const faultText = (code: string, detail: string) => `${code}: ${issueText(code, detail).message}`;

/** Why rows were rejected when the file was read, by row number: rules and dates may have changed since. */
async function loadFaults(ctx: CustomerCtx, uploadId: string): Promise<Map<number, string>> {
  const rows = await readInCustomer(ctx, (query) =>
    query.rows<{ rowNo: number; code: string; detail: string }>(
      "faults-of-upload",
      `SELECT row_no AS "rowNo", code, detail FROM validation_issues WHERE customer_id = $1 AND upload_id = $2 AND severity = 'error' ORDER BY row_no, id`,
      [ctx.customerId, uploadId],
    ),
  );
  const faults = new Map<number, string>();
  for (const { rowNo, code, detail } of rows) {
    const before = faults.get(rowNo);
    faults.set(rowNo, before === undefined ? faultText(code, detail) : `${before}; ${faultText(code, detail)}`);
  }
  return faults;
}

type Judge = (cells: readonly string[], rowNo: number) => string | undefined;

/** Judges rows by the rules of today, for files with more rejected rows than findings were kept of. */
async function judgeAgain(ctx: CustomerCtx, upload: Stored, file: OpenFile, header: readonly string[]): Promise<Judge> {
  const source = await loadSource(ctx, { id: upload.id, mappingId: upload.mappingId });
  const faults: string[] = [];
  const columns = detectColumns(header, source.mapping);
  const plan = { columns, spareCells: file.dialect.spareCells, dayFirst: source.dayFirst, rules: source.rules, env: source.env };
  const admitter = rowAdmitter(plan, new DateOrderEvidence(), ({ code, detail, severity }) => {
    if (severity === "error") faults.push(faultText(code, detail));
  });
  return (cells, rowNo) => {
    faults.length = 0;
    return admitter.admit(cells, rowNo) ? undefined : faults.join("; ");
  };
}

/** The column of reasons comes first, so that it stands in its place also beside a row with too few or too many cells. */
const lineOf = (reason: string, cells: readonly string[], without: number) =>
  [reason, ...cells.filter((_, place) => place !== without)].map(safeCell).join(",") + lineEnd;

async function* rejectedLines(ctx: CustomerCtx, upload: Stored, file: OpenFile): AsyncGenerator<string> {
  const kept = await loadFaults(ctx, upload.id);
  let judge: Judge | undefined;
  let oldReasons = -1;
  for await (const batch of file.batches) {
    let text = "";
    for (const [at, cells] of batch.records.entries()) {
      if (isBlank(cells)) continue;
      if (!judge) {
        judge = kept.size >= upload.rejected ? () => undefined : await judgeAgain(ctx, upload, file, cells);
        oldReasons = cells.indexOf(errorColumn);
        text += lineOf(errorColumn, cells, oldReasons);
        continue;
      }
      const rowNo = batch.firstRowNo + at;
      const reason = kept.get(rowNo) ?? judge(cells, rowNo);
      if (reason !== undefined) text += lineOf(reason, cells, oldReasons);
    }
    if (text !== "") yield text;
  }
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
