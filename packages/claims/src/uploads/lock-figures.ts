import type { BulkClient } from "./bulk-client.ts";

/** One customer's figures change one after another: taking a file up, publishing and voiding wait for each other. */
export async function lockFigures(client: BulkClient, customerId: string): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('figures:' || $1, 0))", [customerId]);
}
