import pg from "pg";
import type { ClientBase, Pool, PoolClient } from "pg";
import { valueParsers } from "./value-parsers.ts";

export type PoolOptions = {
  url: string;
  size: number;
  /** Hears the text of each statement but the doors' own (BEGIN, set_config, COMMIT); for tests of statement budgets. */
  onStatement?: ((sql: string) => void) | undefined;
  /** A statement for each new connection. */
  atConnect?: string | undefined;
};

const DOOR = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET\b|SELECT set_config\()/i;

function textOf(first: unknown): string | undefined {
  if (typeof first === "string") return first;
  if (typeof first === "object" && first !== null && "text" in first && typeof first.text === "string") return first.text;
  return undefined;
}

function overhear(client: PoolClient, onStatement: (sql: string) => void): void {
  const run = client.query.bind(client) as (...args: unknown[]) => unknown;
  const heard = (...args: unknown[]): unknown => {
    const sql = textOf(args[0]);
    if (sql !== undefined && !DOOR.test(sql)) onStatement(sql);
    return run(...args);
  };
  client.query = heard as typeof client.query;
}

/** A pool for one role. A lost idle connection is no event: the next piece of work opens another. */
export function createPool({ url, size, onStatement, atConnect }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: "upstream",
    types: valueParsers,
    ...(atConnect === undefined ? {} : { onConnect: async (client: ClientBase) => void (await client.query(atConnect)) }),
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    if (onStatement !== undefined) overhear(client, onStatement);
  });
  return pool;
}
