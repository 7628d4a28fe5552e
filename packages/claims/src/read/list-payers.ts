import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

export type KnownPayer = { id: string; name: string };

/** The customer's canonical payers by name. */
export async function listPayers(ctx: CustomerCtx): Promise<KnownPayer[]> {
  return readInCustomer(ctx, (query) =>
    query.rows<KnownPayer>("payers", "SELECT id::text AS id, name FROM payers WHERE customer_id = $1 ORDER BY name, id", [ctx.customerId]),
  );
}
