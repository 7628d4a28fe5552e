import pg from "pg";

/** What pg-boss asks of a database connection of ours. */
export type SqlExecutor = {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: never[] }>;
  /** `fn` gets an executor whose statements are one transaction. */
  inTransaction<R>(fn: (executor: Pick<SqlExecutor, "executeSql">) => Promise<R>): Promise<R>;
  close(): Promise<void>;
};

type Runner = pg.Pool | pg.PoolClient;

function executeOn(runner: Runner): SqlExecutor["executeSql"] {
  return async (text, values) => (await runner.query(text, values)) as { rows: never[] };
}

/** A pool of `app_jobs`, which sees the job tables and nothing else. */
export function createSqlExecutor({ jobsUrl, poolSize }: { jobsUrl: string; poolSize: number }): SqlExecutor {
  const pool = new pg.Pool({
    connectionString: jobsUrl,
    max: poolSize,
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
    application_name: "upstream-jobs",
  });
  pool.on("error", () => undefined);
  const inTransaction: SqlExecutor["inTransaction"] = async (fn) => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      const result = await fn({ executeSql: executeOn(client) });
      await client.query("COMMIT");
      client.release();
      return result;
    } catch (error) {
      await client.query("ROLLBACK").then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  };
  return { executeSql: executeOn(pool), inTransaction, close: () => pool.end() };
}
