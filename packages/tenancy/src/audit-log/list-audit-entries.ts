import type { Id, Page } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { Condition, CustomerCtx, PageSpec } from "@upstream/db";
import type { AuditEventDto, ListAuditEventsInput } from "../schemas.ts";

type Row = {
  id: string;
  at: Date;
  actor: string;
  actor_name: string | null;
  action: string;
  entity: string;
  entity_id: string | null;
  request_id: string | null;
  payload: string;
};

const spec: PageSpec<"at"> = {
  name: "audit-events",
  columns: "e.id, e.at, e.actor, u.name AS actor_name, e.action, e.entity, e.entity_id, e.request_id, e.payload",
  from: "audit.event e LEFT JOIN users u ON e.actor = 'user:' || u.id",
  id: "e.id",
  sorts: { at: { column: "e.at", type: "timestamptz" } },
};

function conditions(ctx: CustomerCtx, input: ListAuditEventsInput): Condition[] {
  const equal = (column: string, value: string | undefined): Condition[] =>
    value === undefined ? [] : [{ text: `${column} = ?`, values: [value] }];
  return [
    { text: "e.customer_id = ?", values: [ctx.customerId] },
    ...equal("e.action", input.action),
    ...equal("e.entity", input.entity),
    ...equal("e.actor", input.actor),
  ];
}

/** The customer's audit log, newest first. */
export async function listAuditEntries(ctx: CustomerCtx, input: ListAuditEventsInput): Promise<Page<AuditEventDto>> {
  requirePermission(ctx.actor, "audit:read");
  const request = {
    where: conditions(ctx, input),
    sort: "at" as const,
    direction: "desc" as const,
    limit: input.limit,
    cursor: input.cursor,
  };
  const { rows, nextCursor } = await readPage<Row, "at">(ctx, spec, request);
  const items = rows.map((row) => ({
    id: row.id as Id<"auditEvent">,
    at: row.at.toISOString(),
    actor: row.actor,
    actorName: row.actor_name,
    action: row.action,
    entity: row.entity,
    entityId: row.entity_id,
    requestId: row.request_id,
    payload: JSON.parse(row.payload) as Record<string, unknown>,
  }));
  return { items, nextCursor };
}
