import type { ClientBase } from "pg";

const PARTS = {
  columns: `SELECT table_schema, table_name, column_name, ordinal_position, data_type, is_nullable, column_default FROM information_schema.columns`,
  constraints: `SELECT connamespace::regnamespace::text AS table_schema, conrelid::regclass::text AS t, conname, pg_get_constraintdef(oid) AS d, convalidated FROM pg_constraint`,
  indexes: `SELECT schemaname AS table_schema, indexname, indexdef FROM pg_indexes`,
  policies: `SELECT schemaname AS table_schema, tablename, policyname, roles::text, cmd, qual, with_check FROM pg_policies`,
  triggers: `SELECT c.relnamespace::regnamespace::text AS table_schema, t.tgrelid::regclass::text AS r, pg_get_triggerdef(t.oid) AS d FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal`,
  functions: `SELECT pronamespace::regnamespace::text AS table_schema, oid::regprocedure::text AS f, md5(prosrc) AS body, prosecdef FROM pg_proc`,
  security: `SELECT relnamespace::regnamespace::text AS table_schema, relname, relkind::text, relrowsecurity, relforcerowsecurity, relacl::text, relowner::regrole::text AS owner FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'S')`,
  grants: `SELECT attrelid::regclass::text AS r, attname, attacl::text, (SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = attrelid) AS table_schema FROM pg_attribute WHERE attacl IS NOT NULL`,
};

/** Everything the migrations made, as sorted lines: columns, constraints, indexes, policies, triggers, functions, owners and grants. */
export async function describeDatabase(client: ClientBase): Promise<string[]> {
  const lines: string[] = [];
  for (const [part, query] of Object.entries(PARTS)) {
    const { rows } = await client.query<{ line: string }>(
      `SELECT to_jsonb(x)::text AS line FROM (${query}) x
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND to_jsonb(x)::text NOT LIKE '%_prisma_migrations%'`,
    );
    lines.push(...rows.map((row) => `${part} ${row.line}`));
  }
  return lines.sort();
}
