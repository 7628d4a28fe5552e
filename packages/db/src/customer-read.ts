import type { PoolClient } from "pg";
import type { CustomerCtx } from "./ctx.ts";
import { withRetries } from "./customer-tx.ts";
import { openingText } from "./door-settings.ts";
import { checkOut, rollBack } from "./driver-door.ts";
import { handlesOf } from "./handles.ts";
import { holdOpen, openTransaction } from "./open-transaction.ts";
import { valueParsers } from "./value-parsers.ts";

/** Reads for one customer. `name` names the prepared statement: one name, one text. */
export type ReadQuery = {
  rows<T extends object>(name: string, text: string, params?: readonly unknown[]): Promise<T[]>;
  row<T extends object>(name: string, text: string, params?: readonly unknown[]): Promise<T | undefined>;
};

export type ReadOptions = { statementTimeoutMs?: number | undefined };

function readQueryOn(client: PoolClient): ReadQuery {
  const rows = async <T extends object>(name: string, text: string, params: readonly unknown[] = []): Promise<T[]> => {
    const result = await client.query<T>({ name, text, values: [...params], types: valueParsers });
    return result.rows;
  };
  return { rows, row: async (name, text, params) => (await rows(name, text, params))[0] as never };
}

/** Nothing depends on the end of a transaction that only read, so nobody waits for it. */
function endInBackground(client: PoolClient): void {
  client.query("COMMIT").then(
    () => client.release(),
    () => client.release(true),
  );
}

async function readOnce<R>(ctx: CustomerCtx, fn: (query: ReadQuery) => Promise<R>, options: ReadOptions): Promise<R> {
  const client = await checkOut(handlesOf(ctx.db));
  try {
    await client.query(openingText(ctx, "READ ONLY", options.statementTimeoutMs));
    const result = await holdOpen(ctx, { kind: "driver", client }, () => fn(readQueryOn(client)));
    endInBackground(client);
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

/** The door for hot reads: the driver under the same role, policies and settings as `inCustomer`, read only, one snapshot a statement. */
export async function readInCustomer<R>(ctx: CustomerCtx, fn: (query: ReadQuery) => Promise<R>, options: ReadOptions = {}): Promise<R> {
  const outer = openTransaction(ctx);
  if (outer?.kind === "driver") return fn(readQueryOn(outer.client));
  if (outer?.kind === "prisma") throw new Error("readInCustomer cannot run inside inCustomer: it would not see its writes");
  return withRetries(ctx.clock, 2, () => readOnce(ctx, fn, options));
}
