import { DomainError, requirePermission } from "@upstream/core";
import { readInCustomer, type CustomerCtx } from "@upstream/db";
import type { DriftEventDetailDto, GetDriftEventInput } from "../schemas.ts";
import { eventDetailColumns, toEventDetailDto, type EventDetailRow } from "./event-dto.ts";

const life = `coalesce((SELECT jsonb_agg(jsonb_build_object('runId', c.drift_run_id, 'kind', c.kind, 'measuredOn', c.measured_on, 'value', c.value1, 'effect', c.effect,
    'effectLow', c.effect_low, 'effectHigh', c.effect_high, 'severity', c.severity, 'impactCents', c.impact_cents))
  FROM (SELECT * FROM drift_event_changes l WHERE l.customer_id = e.customer_id AND l.drift_event_id = e.id ORDER BY l.measured_on DESC, l.drift_run_id DESC LIMIT 60) c), '[]'::jsonb) AS life`;

/** One change with its evidence and its life over runs. */
export async function getDriftEvent(ctx: CustomerCtx, { driftEventId }: GetDriftEventInput): Promise<DriftEventDetailDto> {
  requirePermission(ctx.actor, "drift:read");
  const row = await readInCustomer(ctx, (query) =>
    query.row<EventDetailRow>(
      "drift-event",
      `SELECT ${eventDetailColumns}, ${life} FROM drift_events e WHERE e.customer_id = $1 AND e.id = $2`,
      [ctx.customerId, driftEventId],
    ),
  );
  if (row === undefined) throw new DomainError("NOT_FOUND");
  return toEventDetailDto(row);
}
