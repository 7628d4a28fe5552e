import { jitter } from "@upstream/core";
import type { Clock } from "@upstream/core";
import type { CustomerCtx, Tx } from "./ctx.ts";
import { isConnectionLoss, isRetryable, toDomainError } from "./db-errors.ts";
import { customerSettings } from "./door-settings.ts";
import { handlesOf } from "./handles.ts";
import { holdOpen, openTransaction } from "./open-transaction.ts";
import { executeSql } from "./run-sql.ts";

export type TxOptions = {
  timeoutMs?: number | undefined;
  retries?: number | undefined;
  /** One snapshot for the whole transaction: a row that somebody else changes in between makes it start over. */
  isSnapshot?: boolean | undefined;
};

/**
 * Runs `work` again after it lost against another transaction or lost its connection; other errors leave as the domain knows them.
 * `work` calls `ending` before COMMIT: from there on a lost connection leaves open what happened, so nothing is repeated.
 */
export async function withRetries<R>(clock: Clock, retries: number, work: (ending: () => void) => Promise<R>): Promise<R> {
  for (let attempt = 0; ; attempt++) {
    let isEnding = false;
    try {
      return await work(() => (isEnding = true));
    } catch (error) {
      const mayRepeat = isConnectionLoss(error) ? !isEnding : isRetryable(error);
      if (attempt >= retries || !mayRepeat) throw toDomainError(error);
      await clock.sleep(jitter(20 * 2 ** attempt));
    }
  }
}

/** The door for writing: one transaction that sees one customer. Inside another of the same customer it joins that one. */
export async function inCustomer<R>(ctx: CustomerCtx, fn: (tx: Tx) => Promise<R>, options: TxOptions = {}): Promise<R> {
  const outer = openTransaction(ctx);
  if (outer?.kind === "prisma") return fn(outer.tx).catch((error: unknown) => Promise.reject(toDomainError(error)));
  if (outer?.kind === "driver") throw new Error("inCustomer cannot run inside bulkInCustomer: use its client");
  const { prisma } = handlesOf(ctx.db).user;
  return withRetries(ctx.clock, options.retries ?? 2, (ending) =>
    prisma.$transaction(
      async (tx) => {
        await executeSql(tx, customerSettings(ctx));
        const result = await holdOpen(ctx, { kind: "prisma", tx }, () => fn(tx));
        ending();
        return result;
      },
      { maxWait: 2_000, timeout: options.timeoutMs ?? 15_000, ...(options.isSnapshot === true && { isolationLevel: "RepeatableRead" }) },
    ),
  );
}
