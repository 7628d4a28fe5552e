import { requirePermission } from "@upstream/core";
import type { Page } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { Condition, CustomerCtx, PageSpec } from "@upstream/db";
import { deliveryColumns, deliveryTables, toDeliveryDto } from "./delivery-row.ts";
import type { DeliveryRow } from "./delivery-row.ts";
import type { DeliveryDto, ListDeliveriesInput } from "./delivery-schemas.ts";

const page: PageSpec<"createdAt"> = {
  name: "list-deliveries",
  columns: deliveryColumns,
  from: deliveryTables,
  id: "d.id",
  sorts: { createdAt: { column: "d.created_at", type: "timestamptz" } },
};

/** The log of everything sent or to be sent over all channels and endpoints, newest first; `state: failed` is the dead-letter list. */
export async function listDeliveries(ctx: CustomerCtx, input: ListDeliveriesInput): Promise<Page<DeliveryDto>> {
  requirePermission(ctx.actor, "webhooks:read");
  const where: Condition[] = [{ text: "d.customer_id = ?", values: [ctx.customerId] }];
  const add = (text: string, ...values: unknown[]) => where.push({ text, values });
  if (input.state !== undefined) add("d.state = ANY(?)", input.state);
  if (input.event !== undefined) add("d.event = ?", input.event);
  if (input.endpointId !== undefined) add("d.endpoint_id = ?", input.endpointId);
  if (input.channelId !== undefined) add("d.channel_id = ?", input.channelId);
  if (input.alertId !== undefined) add("d.alert_id = ?", input.alertId);
  const found = await readPage<DeliveryRow, "createdAt">(ctx, page, {
    where,
    sort: "createdAt",
    direction: "desc",
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: found.rows.map(toDeliveryDto), nextCursor: found.nextCursor };
}
