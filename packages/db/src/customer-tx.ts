import { jitter } from "@upstream/core";
import type { Clock } from "@upstream/core";
import type { CustomerCtx, Tx } from "./ctx.ts";
import { isRetryable, toDomainError } from "./db-errors.ts";
import { customerSettings } from "./door-settings.ts";
import { handlesOf } from "./handles.ts";
import { holdOpen, openTransaction } from "./open-transaction.ts";
import { executeSql } from "./run-sql.ts";

export type TxOptions = { timeoutMs?: number | undefined; retries?: number | undefined };

/** Runs `work` again after a conflict with another transaction; other errors leave as the domain knows them. */
export async function withRetries<R>(clock: Clock, retries: number, work: () => Promise<R>): Promise<R> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= retries || !isRetryable(error)) throw toDomainError(error);
      await clock.sleep(jitter(20 * 2 ** attempt));
    }
  }
}

/** The door for writing: one transaction that sees one customer. Inside another of the same customer it joins that one. */
export async function inCustomer<R>(ctx: CustomerCtx, fn: (tx: Tx) => Promise<R>, options: TxOptions = {}): Promise<R> {
  const outer = openTransaction(ctx);
  if (outer?.kind === "prisma") return fn(outer.tx);
  if (outer?.kind === "driver") throw new Error("inCustomer cannot run inside bulkInCustomer: use its client");
  const { prisma } = handlesOf(ctx.db).user;
  return withRetries(ctx.clock, options.retries ?? 2, () =>
    prisma.$transaction(
      async (tx) => {
        await executeSql(tx, customerSettings(ctx));
        return holdOpen(ctx, { kind: "prisma", tx }, () => fn(tx));
      },
      { maxWait: 2_000, timeout: options.timeoutMs ?? 15_000 },
    ),
  );
}
