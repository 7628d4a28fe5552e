import type { CustomerId } from "@upstream/core";
import { systemClock } from "@upstream/core";
import type { Tx } from "./ctx.ts";
import { withRetries } from "./customer-tx.ts";
import { handlesOf } from "./handles.ts";
import type { Db } from "./handles.ts";
import { executeSql, sql } from "./run-sql.ts";

/** Why code may leave the customer's door; the narrow policies of `app_system` decide what it then sees. */
export const systemReasons = [
  "sign-in",
  "session-check",
  "token-check",
  "api-key-check",
  "user-set-up",
  "platform-list",
  "signing-keys",
  "outbox-relay",
  "cron-fan-out",
  "sweep",
  "retention",
  "health",
] as const;
export type SystemReason = (typeof systemReasons)[number];

/** For work that must leave an audit row: whose, and under which request. */
export type SystemScope = { customerId?: CustomerId | undefined; requestId?: string | undefined };

/** Work before or across customers, as `app_system`; each reason is on the list. */
export async function asSystem<R>(reason: SystemReason, db: Db, fn: (tx: Tx) => Promise<R>, scope: SystemScope = {}): Promise<R> {
  const { prisma } = handlesOf(db).system;
  return withRetries(systemClock, 2, (ending) =>
    prisma.$transaction(
      async (tx) => {
        await executeSql(
          tx,
          sql`SELECT set_config('app.customer_id', ${scope.customerId ?? ""}, true),
            set_config('app.actor', ${`system:${reason}`}, true), set_config('app.request_id', ${scope.requestId ?? ""}, true)`,
        );
        const result = await fn(tx);
        ending();
        return result;
      },
      { maxWait: 2_000, timeout: 15_000 },
    ),
  );
}
