import { actorText } from "@upstream/core";
import pg from "pg";
import type { CustomerCtx } from "./ctx.ts";
import { sql } from "./run-sql.ts";
import type { Sql } from "./run-sql.ts";

/** Transaction-local settings, which the policies and the audit trigger read. */
export function customerSettings(ctx: Pick<CustomerCtx, "customerId" | "actor" | "requestId">): Sql {
  return sql`SELECT set_config('app.customer_id', ${ctx.customerId}, true),
    set_config('app.actor', ${actorText(ctx.actor)}, true), set_config('app.request_id', ${ctx.requestId}, true)`;
}

/** `BEGIN` and the settings as one text, so that the driver opens the door in a single round trip. */
export function openingText(ctx: CustomerCtx, mode: "READ ONLY" | "READ WRITE", timeoutMs: number | undefined): string {
  const settings: [string, string][] = [
    ["app.customer_id", ctx.customerId],
    ["app.actor", actorText(ctx.actor)],
    ["app.request_id", ctx.requestId],
  ];
  if (timeoutMs !== undefined)
    settings.push(["statement_timeout", String(timeoutMs)], ["idle_in_transaction_session_timeout", String(timeoutMs)]);
  const calls = settings.map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`);
  return `BEGIN ${mode}; SELECT ${calls.join(", ")}`;
}
