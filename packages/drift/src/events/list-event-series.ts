import { requirePermission } from "@upstream/core";
import { readInCustomer, type CustomerCtx } from "@upstream/db";
import type { EventSeriesDto, ListEventSeriesInput } from "../schemas.ts";
import { eventDetailColumns, toEventDetailDto, type EventDetailRow } from "./event-dto.ts";

const statement = `SELECT ${eventDetailColumns}, '[]'::jsonb AS life FROM drift_events e WHERE e.customer_id = $1 AND e.id = ANY ($2::uuid[])`;

/** Weeks and counts of several changes in one statement, for the small charts of lists; ids that are not there are left out. */
export async function listEventSeries(ctx: CustomerCtx, { driftEventIds }: ListEventSeriesInput): Promise<EventSeriesDto> {
  requirePermission(ctx.actor, "drift:read");
  const rows = await readInCustomer(ctx, (query) =>
    query.rows<EventDetailRow>("drift-event-series", statement, [ctx.customerId, driftEventIds]),
  );
  return {
    items: rows.map(toEventDetailDto).map(({ id, current, evidence: { watermark, windowDays, series } }) => ({
      id,
      watermark,
      windowDays,
      n: current.n,
      count: current.count,
      series,
    })),
  };
}
