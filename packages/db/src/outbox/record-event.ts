import { newId } from "@upstream/core";
import type { DomainEvent, Id } from "@upstream/core";
import type { AnyTx, CustomerCtx } from "../ctx.ts";
import { executeSql, sql } from "../run-sql.ts";

/** Puts an event into the outbox of the open transaction: it leaves if, and only if, that commits. Answers with its id. */
export async function recordEvent(tx: AnyTx, ctx: Pick<CustomerCtx, "customerId" | "requestId">, event: DomainEvent): Promise<string> {
  const [id] = await recordEvents(tx, ctx, [event]);
  return id as string;
}

/** As `recordEvent`, for many events in one statement; they leave in this order. */
export async function recordEvents(
  tx: AnyTx,
  ctx: Pick<CustomerCtx, "customerId" | "requestId">,
  events: readonly DomainEvent[],
): Promise<string[]> {
  const ids = events.map(() => newId<Id<"event">>());
  if (ids.length === 0) return ids;
  const rows = JSON.stringify(events.map((event, index) => ({ id: ids[index], name: event.name, data: event.data })));
  await executeSql(
    tx,
    sql`INSERT INTO outbox_events (customer_id, id, name, data, request_id)
      SELECT ${ctx.customerId}::uuid, (e.value->>'id')::uuid, e.value->>'name', e.value->'data', ${ctx.requestId}
      FROM jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS e(value, place) ORDER BY e.place`,
  );
  return ids;
}
