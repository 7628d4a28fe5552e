import { executeSql, sql } from "@upstream/db";
import type { AnyTx, CustomerCtx } from "@upstream/db";
import type { AttemptResult } from "../deliveries/delivery-result.ts";
import { disableEndpoint } from "./disable-endpoint.ts";
import { afterAttempt } from "./endpoint-health.ts";
import type { EndpointHealth } from "./endpoint-health.ts";

export type LockedHealth = EndpointHealth & { id: string; url: string; state: string };

/** Carries the results of one batch into the health of their endpoint; may switch it off. Nothing to do for mails and channels. */
export async function recordEndpointHealth(
  tx: AnyTx,
  ctx: CustomerCtx,
  input: { before: LockedHealth | undefined; results: readonly AttemptResult[] },
): Promise<void> {
  const { before } = input;
  if (before === undefined) return;
  let health: EndpointHealth = before;
  let disable: "gone" | "failing" | null = null;
  for (const result of input.results.filter((made) => made.delivery.subject === "event")) {
    const isGone = result.outcome.status === 410;
    const step = afterAttempt(health, { ok: result.outcome.ok, isGone, at: result.finishedAt });
    health = step.health;
    disable = disable ?? step.disable;
  }
  await writeHealth(tx, ctx, before.id, health);
  if (disable !== null && before.state === "active")
    await disableEndpoint(tx, ctx, { endpointId: before.id, url: before.url, reason: disable });
}

async function writeHealth(tx: AnyTx, ctx: CustomerCtx, endpointId: string, health: EndpointHealth): Promise<void> {
  await executeSql(
    tx,
    sql`UPDATE webhook_endpoints SET failures_in_a_row = ${health.failuresInARow}, failing_since = ${health.failingSince},
        is_breaker_open = ${health.isBreakerOpen}, good_probes = ${health.goodProbes}, probe_at = ${health.probeAt}, last_success_at = ${health.lastSuccessAt}
      WHERE customer_id = ${ctx.customerId}::uuid AND id = ${endpointId}::uuid`,
  );
}
