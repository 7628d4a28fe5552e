import { createHash } from "node:crypto";
import { isoOf } from "@upstream/core";
import { bulkInCustomer, executeSql, sql, type CustomerCtx } from "@upstream/db";
import type { CellRows } from "../look/build-cells.ts";

/** A stable id of a name, so that simulated payers and uploads have real ones. */
export function idOf(ctx: CustomerCtx, name: string): string {
  const hex = createHash("sha256").update(`${ctx.customerId}/${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function uploadRows(ctx: CustomerCtx, rows: CellRows) {
  return rows.uploads.map(({ id, receivedOn }) => ({
    id: idOf(ctx, id),
    filename: `${id}.csv`,
    sha256: createHash("sha256").update(`${ctx.customerId}/${id}`).digest("hex"),
    received_on: isoOf(receivedOn),
  }));
}

/** Stores simulated rows as if their files had been published; what was stored before stays out of the figures. */
export async function storeRows(ctx: CustomerCtx, rows: CellRows): Promise<void> {
  const payers = [...new Set(rows.submissions.map(({ payerId }) => payerId))].map((name) => ({ id: idOf(ctx, name), name }));
  const place = ({ payerId, cptGroup, cpt }: CellRows["submissions"][number] | CellRows["decisions"][number]) => ({
    payer_id: idOf(ctx, payerId),
    cpt_group: cptGroup,
    cpt,
  });
  const submissions = rows.submissions.map((row) => ({ ...place(row), submitted_on: isoOf(row.submittedOn), n: row.n }));
  const decisions = rows.decisions.map((row) => ({
    ...place(row),
    decided_on: isoOf(row.decidedOn),
    age: row.age,
    outcome: row.outcome,
    reason: row.reason ?? "",
    upload_id: idOf(ctx, row.uploadId),
    n: row.n,
    allowed_cents: row.allowedCents,
  }));
  const customer = ctx.customerId;
  const record = (values: object[]) => JSON.stringify(values);
  await bulkInCustomer(ctx, async (tx) => {
    await executeSql(tx, sql`DELETE FROM rollup_submissions WHERE customer_id = ${customer}::uuid`);
    await executeSql(tx, sql`DELETE FROM rollup_decisions WHERE customer_id = ${customer}::uuid`);
    await executeSql(tx, sql`UPDATE uploads SET status = 'VOIDED' WHERE customer_id = ${customer}::uuid`);
    await executeSql(
      tx,
      sql`INSERT INTO payers (customer_id, id, name, name_key) SELECT ${customer}::uuid, r.id, r.name, r.name
      FROM jsonb_to_recordset(${record(payers)}::jsonb) AS r(id uuid, name text) ON CONFLICT DO NOTHING`,
    );
    await executeSql(
      tx,
      sql`INSERT INTO uploads (customer_id, id, filename, status, sha256, created_by, received_at, received_on, published_at)
      SELECT ${customer}::uuid, r.id, r.filename, 'COMMITTED', decode(r.sha256, 'hex'), 'system:test', r.received_on, r.received_on, r.received_on
      FROM jsonb_to_recordset(${record(uploadRows(ctx, rows))}::jsonb) AS r(id uuid, filename text, sha256 text, received_on date)
      ON CONFLICT ON CONSTRAINT uploads_pkey DO UPDATE SET status = 'COMMITTED'`,
    );
    await executeSql(
      tx,
      sql`INSERT INTO rollup_submissions (customer_id, payer_id, cpt_group, cpt, submitted_on, n) SELECT ${customer}::uuid, r.*
      FROM jsonb_to_recordset(${record(submissions)}::jsonb) AS r(payer_id uuid, cpt_group text, cpt text, submitted_on date, n int)`,
    );
    await executeSql(
      tx,
      sql`INSERT INTO rollup_decisions (customer_id, payer_id, cpt_group, cpt, decided_on, age, outcome, is_authorization_required, reason, upload_id, n,
        billed_cents, allowed_cents)
      SELECT ${customer}::uuid, r.payer_id, r.cpt_group, r.cpt, r.decided_on, r.age, r.outcome, false, r.reason, r.upload_id, r.n, 0, r.allowed_cents
      FROM jsonb_to_recordset(${record(decisions)}::jsonb) AS r(payer_id uuid, cpt_group text, cpt text, decided_on date, age int, outcome text, reason text, upload_id uuid,
        n int, allowed_cents bigint)`,
    );
  });
}
