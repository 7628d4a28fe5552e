import type { UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { ColumnId } from "../csv/columns.ts";
import type { ReceivedUploadDto, UploadDetailDto } from "../schemas.ts";
import { getUpload } from "./get-upload.ts";
import { processUpload } from "./process-upload.ts";
import { receiveUpload } from "./receive-upload.ts";

/** One row of a claim file for tests; unset cells take those of a faultless paid claim. */
export type FileRow = Partial<Record<ColumnId, string>>;

export const fileColumns = [
  "payer",
  "cpt",
  "submitted_date",
  "decided_date",
  "outcome",
  "claim_id",
  "line_number",
  "billed_amount",
  "allowed_amount",
  "paid_amount",
  "payment_date",
  "denial_reason_code",
  "denial_reason_text",
  "patient_ref",
  "member_id",
  "patient_name",
  "patient_dob",
] as const satisfies readonly ColumnId[];

const faultless: FileRow = {
  payer: "Aetna",
  cpt: "99213",
  submitted_date: "2026-03-02",
  decided_date: "2026-03-20",
  outcome: "paid",
  billed_amount: "150.00",
  allowed_amount: "100.00",
  paid_amount: "80.00",
  payment_date: "2026-03-25",
};

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The text of a claim file. */
export function claimFile(rows: readonly FileRow[]): string {
  const lines = rows.map((row) => fileColumns.map((column) => quoted(row[column] ?? faultless[column] ?? "")).join(","));
  return [fileColumns.join(","), ...lines, ""].join("\n");
}

/** Rows `C-1` to `C-count`, the first of them numbered `from`. */
export function manyRows(count: number, from = 1, change: FileRow = {}): FileRow[] {
  return Array.from({ length: count }, (_, at) => ({ claim_id: `C-${from + at}`, line_number: "1", ...change }));
}

async function* blocks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Sends a file's text. */
export async function sendText(
  ctx: CustomerCtx,
  text: string,
  options: { filename?: string; mappingId?: string } = {},
): Promise<ReceivedUploadDto> {
  return receiveUpload(ctx, { filename: options.filename ?? "claims.csv", body: blocks(text), mappingId: options.mappingId });
}

/** Sends rows as a file and has it read to its end. */
export async function sendRows(ctx: CustomerCtx, rows: readonly FileRow[], chunkRows?: number): Promise<UploadDetailDto> {
  const { id } = await sendText(ctx, claimFile(rows));
  await processUpload(ctx, { uploadId: id, chunkRows });
  return getUpload(ctx, { uploadId: id as UploadId });
}
