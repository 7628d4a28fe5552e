import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

/** Tables that every sign-in or counted request writes to; they hold nothing that a stranger could change. */
const moving = new Set(["auth_sessions", "refresh_tokens"]);

async function customerTables(ctx: CustomerCtx): Promise<string[]> {
  const text = `SELECT DISTINCT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'customer_id' AND t.table_type = 'BASE TABLE' AND has_table_privilege(format('%I.%I', c.table_schema, c.table_name), 'SELECT') ORDER BY 1`;
  const rows = await readInCustomer(ctx, (query) => query.rows<{ name: string }>("test-customer-tables", text));
  return rows.map((row) => row.name).filter((name) => !moving.has(name) && /^[a-z_]+$/.test(name));
}

/** A digest of everything a customer can see of its own, table by table. */
export async function checksumOf(ctx: CustomerCtx): Promise<Record<string, string>> {
  const tables = await customerTables(ctx);
  return readInCustomer(ctx, async (query) => {
    const sums: Record<string, string> = {};
    for (const table of tables) {
      const row = await query.row<{ sum: string | null }>(
        `test-checksum-${table}`,
        `SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS sum FROM ${table} t`,
      );
      sums[table] = row?.sum ?? "empty";
    }
    return sums;
  });
}
