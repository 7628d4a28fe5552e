import { expect } from "vitest";
import type { CustomerCtx } from "../ctx.ts";
import { readInCustomer } from "../customer-read.ts";

export type AuditRow = {
  action: string;
  entity: string;
  entityId: string | null;
  actor: string;
  requestId: string | null;
  payload: Record<string, unknown>;
};
export type EventRow = { id: string; name: string; data: Record<string, unknown> };

/** The customer's audit entries in the order of their chain. */
export async function auditOf(ctx: CustomerCtx): Promise<AuditRow[]> {
  return readInCustomer(ctx, (query) =>
    query.rows<AuditRow>(
      "test-audit",
      `SELECT e.action, e.entity, e.entity_id AS "entityId", e.actor, e.request_id AS "requestId", e.payload::json AS payload
       FROM audit.chain c JOIN audit.event e ON e.id = c.event_id WHERE c.customer_id = $1 ORDER BY c.seq`,
      [ctx.customerId],
    ),
  );
}

/** Asserts that the customer's chain holds an entry like this one, and gives the newest. */
export async function expectAudit(ctx: CustomerCtx, expected: Partial<AuditRow> & { action: string }): Promise<AuditRow> {
  const rows = (await auditOf(ctx)).filter((row) => row.action === expected.action);
  const newest = rows.filter((row) => expected.entityId === undefined || row.entityId === expected.entityId).at(-1);
  expect(newest, `no audit entry ${expected.action}`).toMatchObject(expected);
  return newest as AuditRow;
}

/** The customer's outbox in the order of recording. */
export async function eventsOf(ctx: CustomerCtx): Promise<EventRow[]> {
  return readInCustomer(ctx, (query) =>
    query.rows<EventRow>("test-outbox", "SELECT id::text, name, data FROM outbox_events WHERE customer_id = $1 ORDER BY seq", [
      ctx.customerId,
    ]),
  );
}
