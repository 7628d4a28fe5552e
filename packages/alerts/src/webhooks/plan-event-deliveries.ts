import { requirePermission } from "@upstream/core";
import { bulkInCustomer, once, querySql, recordEvents, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import { insertDeliveries } from "../deliveries/new-delivery.ts";
import { endpointTarget } from "../deliveries/target-key.ts";
import { deliveryDue } from "../events.ts";
import type { Outbound } from "../outbound.ts";
import { webhookEvents } from "./endpoint-schemas.ts";
import type { WebhookEvent } from "./endpoint-schemas.ts";
import { eventBody, eventSubjects } from "./event-body.ts";

export type PlanEventInput = {
  /** Id of the event's outbox row. */
  eventId: string;
  name: string;
  data: Record<string, unknown>;
  /** When it happened; now when absent. */
  occurredAt?: Date | undefined;
  /** Whole numbers worth telling with it, never values of a person. */
  counts?: Readonly<Record<string, number>> | undefined;
};

type EndpointTarget = { id: string; state: string; slug: string };

/** One delivery for each endpoint that subscribed to an event, once per event; paused and switched-off endpoints keep theirs. */
export async function planEventDeliveries(
  ctx: CustomerCtx,
  input: PlanEventInput,
  outbound: Pick<Outbound, "consoleUrl">,
): Promise<{ deliveries: number }> {
  requirePermission(ctx.actor, "alerts:write");
  const name = webhookEvents.find((known) => known === input.name);
  if (name === undefined) return { deliveries: 0 };
  let deliveries = 0;
  await bulkInCustomer(ctx, (client) =>
    once(client, "plan-event", input.eventId, async () => {
      deliveries = await plan(client, ctx, { ...input, name, consoleUrl: outbound.consoleUrl });
    }),
  );
  return { deliveries };
}

async function plan(tx: AnyTx, ctx: CustomerCtx, input: PlanEventInput & { name: WebhookEvent; consoleUrl: string }): Promise<number> {
  const subject = eventSubjects[input.name];
  const entityId = input.data[subject.idField];
  if (typeof entityId !== "string") return 0;
  const endpoints = await subscribed(tx, ctx, input.name, entityId);
  const [first] = endpoints;
  if (first === undefined) return 0;
  const body = eventBody({
    name: input.name,
    occurredAt: input.occurredAt ?? ctx.clock.now(),
    entityId,
    version: await nextVersion(tx, ctx, entityId),
    url: `${input.consoleUrl}${subject.path(first.slug, entityId)}`,
    counts: input.counts ?? (await countsOf(tx, ctx, input.name, entityId)),
  });
  const { count, targets } = await insertDeliveries(
    tx,
    ctx,
    endpoints.map((endpoint) => ({
      subject: "event",
      event: input.name,
      outboxEventId: input.eventId,
      endpointId: endpoint.id,
      recipient: "",
      targetKey: endpointTarget(endpoint.id),
      body,
      state: endpoint.state === "active" ? "pending" : "held",
    })),
  );
  await recordEvents(
    tx,
    ctx,
    targets.map((targetKey) => deliveryDue({ targetKey })),
  );
  return count;
}

function subscribed(tx: AnyTx, ctx: CustomerCtx, name: WebhookEvent, entityId: string): Promise<EndpointTarget[]> {
  const isMeant = name === "webhook.test" ? sql`e.id = ${entityId}::uuid` : sql`${name} = ANY(e.events)`;
  return querySql<EndpointTarget>(
    tx,
    sql`SELECT e.id::text, e.state, c.slug FROM webhook_endpoints e JOIN customers c ON c.id = e.customer_id
      WHERE e.customer_id = ${ctx.customerId}::uuid AND e.deleted_at IS NULL AND ${isMeant} ORDER BY e.created_at, e.id`,
  );
}

/** Alerts announced together with this one (several when they were under way as the data began) and claims behind it; nothing for other events. */
async function countsOf(tx: AnyTx, ctx: CustomerCtx, name: WebhookEvent, entityId: string): Promise<Record<string, number>> {
  if (!name.startsWith("alert.")) return {};
  const [row] = await querySql<{ alerts: number; claims: number }>(
    tx,
    sql`SELECT COALESCE((a.evidence->'current'->>'n')::int, 0) AS claims,
        CASE WHEN a.is_historic AND ${name} = 'alert.raised' THEN (SELECT count(*)::int FROM alerts h WHERE h.customer_id = a.customer_id
          AND h.drift_run_id = a.drift_run_id AND h.is_historic AND h.announced_at = a.announced_at) ELSE 1 END AS alerts
      FROM alerts a WHERE a.customer_id = ${ctx.customerId}::uuid AND a.id = ${entityId}::uuid`,
  );
  return row === undefined ? {} : { alerts: row.alerts, claims: row.claims };
}

async function nextVersion(tx: AnyTx, ctx: CustomerCtx, entityId: string): Promise<number> {
  const [row] = await querySql<{ version: number }>(
    tx,
    sql`INSERT INTO webhook_sequences AS s (customer_id, entity_id, version) VALUES (${ctx.customerId}::uuid, ${entityId}::uuid, 1)
      ON CONFLICT ON CONSTRAINT webhook_sequences_pkey DO UPDATE SET version = s.version + 1 RETURNING s.version::int AS version`,
  );
  return row?.version ?? 1;
}
