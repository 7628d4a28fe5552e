import { requirePermission, type Page } from "@upstream/core";
import { readPage, type Condition, type CustomerCtx, type PageSpec } from "@upstream/db";
import type { DriftEventDto, ListDriftEventsInput } from "../schemas.ts";
import { eventColumns, toEventDto, type EventRow } from "./event-dto.ts";

const spec: PageSpec<"openedOn"> = {
  name: "drift-events",
  columns: eventColumns,
  from: "drift_events e",
  id: "e.id",
  sorts: { openedOn: { column: "e.opened_on", type: "date" } },
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
  add("e.severity", input.severity);
  return where;
}

/** Changes, the latest first, those that ended included. */
export async function listDriftEvents(ctx: CustomerCtx, input: ListDriftEventsInput): Promise<Page<DriftEventDto>> {
  requirePermission(ctx.actor, "drift:read");
  const request = { where: conditions(ctx, input), sort: "openedOn", direction: "desc", limit: input.limit, cursor: input.cursor } as const;
  const page = await readPage<EventRow, "openedOn">(ctx, spec, request);
  return { items: page.rows.map(toEventDto), nextCursor: page.nextCursor };
}
