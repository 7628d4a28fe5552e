import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** Writes the claims that an upload brought to a file, as COPY reads them. */
export async function dumpClaims(admin: Client, uploadId: string, path: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(uploadId)) throw new Error("An upload is named by a uuid");
  await pipeline(
    admin.query(copyTo(`COPY (SELECT * FROM claims WHERE upload_id = '${uploadId}' ORDER BY row_no) TO STDOUT`)),
    createWriteStream(path),
  );
}

/** The anchor of ingest: `\copy claims FROM file`, as a superuser because PostgreSQL refuses COPY under row-level security; milliseconds. */
export async function copyClaims(admin: Client, path: string): Promise<number> {
  const begun = performance.now();
  await pipeline(createReadStream(path), admin.query(copyFrom("COPY claims FROM STDIN")));
  return performance.now() - begun;
}

/** Brings the tables into the state in which every timed round begins. */
export async function settleTables(admin: Client): Promise<void> {
  await admin.query(
    "VACUUM (ANALYZE) claims, rollup_submissions, rollup_decisions, rollup_day_payer, uploads, upload_chunks, validation_issues",
  );
  await admin.query("CHECKPOINT");
}

/** Removes an upload's claims only. */
export async function deleteClaims(admin: Client, uploadId: string): Promise<void> {
  await admin.query("DELETE FROM claims WHERE upload_id = $1", [uploadId]);
}

/** Lets the same bytes come again while the upload's row stays for rows that refer to it. */
export async function retireUpload(admin: Client, uploadId: string): Promise<void> {
  await admin.query("DELETE FROM upload_chunks WHERE upload_id = $1", [uploadId]);
  await admin.query("UPDATE uploads SET status = 'VOIDED' WHERE id = $1", [uploadId]);
}
