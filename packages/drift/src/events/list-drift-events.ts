import { requirePermission, type Page } from "@upstream/core";
import { readPage, type Condition, type CustomerCtx, type PageSpec } from "@upstream/db";
import type { DriftEventDto, ListDriftEventsInput } from "../schemas.ts";
import { eventColumns, toEventDto, type EventRow } from "./event-dto.ts";

const severities: readonly DriftEventDto["severity"][] = ["low", "medium", "high", "critical"];

const spec: PageSpec<"openedOn" | "impact"> = {
  name: "drift-events",
  columns: eventColumns,
  from: "drift_events e",
  id: "e.id",
  sorts: {
    openedOn: { column: "e.opened_on", type: "date" },
    impact: { column: "coalesce(e.impact_cents, 0)", type: "bigint" },
  },
};

function conditions(ctx: CustomerCtx, input: ListDriftEventsInput): Condition[] {
  const where: Condition[] = [{ text: "e.customer_id = ?", values: [ctx.customerId] }];
  const add = (column: string, value: unknown) => {
    if (value !== undefined) where.push({ text: `${column} = ?`, values: [value] });
  };
  add("e.signal", input.signal);
  add("e.payer_id", input.payerId);
  add("e.cpt_group", input.cptGroup);
  add("e.is_open", input.isOpen);
  add("e.is_harm", input.isHarm);
  add("e.state", input.status);
  if (input.payer !== undefined)
    where.push({
      text: "e.payer_id IN (SELECT p.id FROM payers p WHERE p.customer_id = ? AND p.name = ?)",
      values: [ctx.customerId, input.payer],
    });
  if (input.minSeverity !== undefined)
    where.push({ text: "e.severity = ANY (?::text[])", values: [severities.slice(severities.indexOf(input.minSeverity))] });
  return where;
}

/** Changes, the latest first, those that ended included. */
export async function listDriftEvents(ctx: CustomerCtx, input: ListDriftEventsInput): Promise<Page<DriftEventDto>> {
  requirePermission(ctx.actor, "drift:read");
  const order = input.sort ?? "-openedOn";
  const direction = order.startsWith("-") ? ("desc" as const) : ("asc" as const);
  const sort = order.endsWith("impact") ? ("impact" as const) : ("openedOn" as const);
  const request = { where: conditions(ctx, input), sort, direction, limit: input.limit, cursor: input.cursor };
  const page = await readPage<EventRow, "openedOn" | "impact">(ctx, spec, request);
  return { items: page.rows.map(toEventDto), nextCursor: page.nextCursor };
}
