import { PgBoss } from "pg-boss";
import type { Db } from "pg-boss";

/** Runs one statement with parameters and answers with its rows. */
export type Sql = <Row = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

export type JobsDb = {
  sql: Sql;
  inTransaction: <R>(fn: (sql: Sql) => Promise<R>) => Promise<R>;
  listen: (onWake: () => void) => Promise<void>;
  /** Asks pg-boss to wake the executors at that instant; asking twice for one second is one job. */
  wakeAt: (at: Date) => Promise<void>;
  close: () => Promise<void>;
};

export type JobsDbOptions = { jobsUrl: string; maxConnections: number; onError: (error: unknown) => void };

const CHANNEL = "jobs_wake";
const WAKE_QUEUE = "wake";

/** Tells every executor on this database that there is something to do; heard when the transaction commits. */
export const NOTIFY_WAKE = `SELECT pg_notify('${CHANNEL}', '')`;

function sqlOf(db: Db): Sql {
  return async <Row>(text: string, values?: unknown[]) => (await db.executeSql(text, values)).rows as Row[];
}

async function runInTransaction<R>(db: Db, fn: (sql: Sql) => Promise<R>): Promise<R> {
  const handle = await db.beginTransaction?.();
  if (handle === undefined) throw new Error("The connection of pg-boss has no transactions");
  try {
    const result = await fn(sqlOf(handle.db));
    await handle.commit();
    return result;
  } catch (error) {
    await handle.rollback();
    throw error;
  }
}

async function startBoss(options: JobsDbOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: options.jobsUrl,
    schema: "jobs",
    max: options.maxConnections,
    application_name: "upstream-jobs",
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", options.onError);
  await boss.start();
  await boss.createQueue(WAKE_QUEUE, { policy: "short", retryLimit: 0, deleteAfterSeconds: 60 });
  return boss;
}

/** Opens the schema `jobs` through pg-boss's own pool, which also carries the wake-ups. */
export async function openJobsDb(options: JobsDbOptions): Promise<JobsDb> {
  const boss = await startBoss(options);
  const db = boss.getDb();
  const listeners: Array<{ close: () => Promise<void> }> = [];
  return {
    sql: sqlOf(db),
    inTransaction: (fn) => runInTransaction(db, fn),
    listen: async (onWake) => {
      const handle = await db.listen?.(CHANNEL, onWake, onWake);
      if (handle !== undefined) listeners.push(handle);
      await boss.work(WAKE_QUEUE, { pollingIntervalSeconds: 1, batchSize: 100 }, async () => {
        await db.executeSql(NOTIFY_WAKE);
      });
    },
    wakeAt: async (at) => {
      await boss.sendAfter(WAKE_QUEUE, null, { singletonKey: Math.ceil(at.getTime() / 1000).toString() }, at);
    },
    close: async () => {
      for (const listener of listeners) await listener.close();
      await boss.stop({ graceful: false, close: true });
    },
  };
}
