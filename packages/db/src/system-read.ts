import { systemClock } from "@upstream/core";
import { withRetries } from "./customer-tx.ts";
import { handlesOf } from "./handles.ts";
import type { Db } from "./handles.ts";
import type { SystemReason } from "./system-tx.ts";
import { valueParsers } from "./value-parsers.ts";

/** One hot statement as `app_system`, through the driver and without a transaction of its own. `name` names the prepared statement. */
export async function readAsSystem<T extends object>(
  _reason: SystemReason,
  db: Db,
  statement: { name: string; text: string; params: readonly unknown[] },
): Promise<T[]> {
  const { pool } = handlesOf(db).system;
  return withRetries(systemClock, 2, async () => {
    const result = await pool.query<T>({ name: statement.name, text: statement.text, values: [...statement.params], types: valueParsers });
    return result.rows;
  });
}
