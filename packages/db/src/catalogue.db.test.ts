import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "./testing/test-database.ts";
import type { TestDatabase } from "./testing/test-database.ts";

let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query(CUSTOMER_TABLES);
});
afterAll(async () => {
  await admin.end();
  await database.close();
});

/** Every table whose rows belong to one customer, partitions included. */
const CUSTOMER_TABLES = `CREATE TEMP VIEW customer_tables AS
  SELECT c.oid, c.oid::regclass::text AS name, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, n.nspname AS schema
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'audit')
    AND (EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'customer_id' AND a.attnotnull)
      OR c.oid = 'customers'::regclass)`;

async function names(sql: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(sql);
  return rows.map((row) => row.name).sort();
}

describe("tables of customers", () => {
  it("exist, and all have row-level security that binds their owner too", async () => {
    expect((await names("SELECT name FROM customer_tables")).length).toBeGreaterThan(15);
    expect(await names("SELECT name FROM customer_tables WHERE NOT (relrowsecurity AND relforcerowsecurity)")).toEqual([]);
  });

  it("let app_user touch rows of the open customer only, for reading and for writing", async () => {
    const own = (column: string): string => `(${column} = ( SELECT app_customer() AS app_customer))`;
    const { rows } = await admin.query<{ name: string; qual: string | null; check: string | null }>(
      `SELECT t.name, pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS check
       FROM customer_tables t JOIN pg_policy p ON p.polrelid = t.oid
       WHERE p.polpermissive AND EXISTS (SELECT 1 FROM unnest(p.polroles) r WHERE r IN (0, 'app_user'::regrole))`,
    );
    for (const { name, qual, check } of rows) {
      const expected = own(name === "customers" ? "id" : "customer_id");
      expect({ name, qual, check }).toEqual({ name, qual: expected, check: expected });
    }
  });

  it("have a policy of app_user for all commands, wherever app_user may do anything", async () => {
    expect(
      await names(`SELECT name FROM customer_tables t WHERE has_any_column_privilege('app_user', t.oid, 'SELECT, INSERT, UPDATE')
        AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid AND p.polcmd = '*' AND 'app_user'::regrole = ANY (p.polroles))`),
    ).toEqual([]);
  });

  it("give nothing away through their partitions", async () => {
    expect(
      await names(`SELECT DISTINCT t.name FROM customer_tables t, unnest(ARRAY['app_user', 'app_system', 'app_platform', 'app_jobs']) role
        WHERE t.relispartition AND has_any_column_privilege(role, t.oid, 'SELECT, INSERT, UPDATE, REFERENCES')`),
    ).toEqual([]);
  });

  it("refer to each other by customer and id together", async () => {
    expect(
      await names(`SELECT k.conname AS name FROM pg_constraint k JOIN customer_tables f ON f.oid = k.conrelid JOIN customer_tables t ON t.oid = k.confrelid
        WHERE k.contype = 'f' AND k.confrelid <> 'customers'::regclass AND f.schema <> 'audit'
          AND NOT EXISTS (SELECT 1 FROM unnest(k.conkey, k.confkey) AS pair(own, other)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.own AND a.attname = 'customer_id'
            JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.other AND b.attname = 'customer_id')`),
    ).toEqual([]);
  });

  it("have no unique index that tells one customer about another's values", async () => {
    const known = ["audit.chain_event_key", "audit.event_pkey", "customers_pkey", "customers_slug_key"];
    expect(
      await names(`SELECT i.indexrelid::regclass::text AS name FROM customer_tables t JOIN pg_index i ON i.indrelid = t.oid
        WHERE i.indisunique AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = i.indkey[0] AND a.attname = 'customer_id')`),
    ).toEqual(known);
  });

  it("have customer_id as their first column", async () => {
    expect(
      await names(`SELECT t.name FROM customer_tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'customer_id'
        WHERE t.schema = 'public' AND a.attnum <> 1`),
    ).toEqual([]);
  });

  it("never leave it open whose a row is; a person's session alone may belong to no customer", async () => {
    expect(
      await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'customer_id'
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN ('public'::regnamespace, 'audit'::regnamespace) AND NOT a.attnotnull`),
    ).toEqual(["auth_sessions"]);
  });
});

describe("app_user", () => {
  it("is no superuser, owns nothing and is in no role", async () => {
    const { rows } = await admin.query(
      "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit, rolreplication FROM pg_roles WHERE rolname LIKE 'app\\_%'",
    );
    for (const row of rows) expect(Object.values(row)).toEqual([false, false, false, false, false, false]);
    expect(
      await names(
        "SELECT oid::regclass::text AS name FROM pg_class WHERE relowner IN ('app_user'::regrole, 'app_system'::regrole, 'app_platform'::regrole)",
      ),
    ).toEqual([]);
    const logins = "'app_user'::regrole, 'app_system'::regrole, 'app_platform'::regrole, 'app_jobs'::regrole";
    expect(await names(`SELECT roleid::regrole::text AS name FROM pg_auth_members WHERE member IN (${logins})`)).toEqual([]);
  });

  it("may create nothing but temporary tables", async () => {
    expect(
      await names(
        "SELECT nspname AS name FROM pg_namespace WHERE has_schema_privilege('app_user', oid, 'CREATE') AND nspname NOT LIKE 'pg\\_%temp\\_%'",
      ),
    ).toEqual([]);
    const { rows } = await admin.query("SELECT has_database_privilege('app_user', current_database(), 'CREATE') AS may");
    expect(rows).toEqual([{ may: false }]);
  });

  it("has no policy that is always true", async () => {
    expect(
      await names(`SELECT polname AS name FROM pg_policy WHERE ('app_user'::regrole = ANY (polroles) OR polroles = '{0}')
        AND 'true' IN (pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))`),
    ).toEqual([]);
  });

  it("cannot read a table without row-level security", async () => {
    expect(
      await names(`SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' AND NOT c.relrowsecurity
          AND has_any_column_privilege('app_user', c.oid, 'SELECT, INSERT, UPDATE')`),
    ).toEqual([]);
  });

  it("cannot switch row-level security off", async () => {
    const client = new pg.Client({ connectionString: database.urlOf("app_user") });
    await client.connect();
    await client.query("SET row_security = off");
    await expect(client.query("SELECT * FROM payer_mappings")).rejects.toThrow("row-level security");
    await expect(client.query("SET ROLE app_owner")).rejects.toThrow("permission denied");
    await client.end();
  });
});

describe("the other roles", () => {
  it("leave app_jobs in its own schema", async () => {
    expect(
      await names(`SELECT DISTINCT n.nspname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND has_schema_privilege('app_jobs', n.oid, 'USAGE')
          AND has_any_column_privilege('app_jobs', c.oid, 'SELECT, INSERT, UPDATE')`),
    ).toEqual(["jobs"]);
  });

  it("let app_platform change nothing", async () => {
    expect(
      await names(`SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND has_any_column_privilege('app_platform', c.oid, 'INSERT, UPDATE')`),
    ).toEqual([]);
  });

  it("have no privileges by default on what comes later", async () => {
    expect(await names("SELECT defaclrole::regrole::text AS name FROM pg_default_acl")).toEqual([]);
  });
});

describe("functions and views", () => {
  it("run with the rights of their caller, the audit link excepted", async () => {
    expect(
      await names(
        "SELECT p.oid::regproc::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef AND n.nspname IN ('public', 'audit')",
      ),
    ).toEqual(["audit.link"]);
    expect(
      await names(`SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'v' AND n.nspname IN ('public', 'audit') AND NOT COALESCE(c.reloptions::text LIKE '%security_invoker=true%', false)`),
    ).toEqual([]);
  });

  it("ask for the customer by a stable function, which the planner folds into the query", async () => {
    const { rows } = await admin.query("SELECT provolatile, proparallel FROM pg_proc WHERE oid = 'app_customer'::regproc");
    expect(rows).toEqual([{ provolatile: "s", proparallel: "s" }]);
  });
});

describe("constraints", () => {
  it("are at least sixty CHECKs", async () => {
    const checks = await names(
      "SELECT conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'c' AND NOT c.relispartition AND k.connamespace IN ('public'::regnamespace, 'audit'::regnamespace)",
    );
    expect(checks.length).toBeGreaterThanOrEqual(60);
  });

  it("are named after their table, not by PostgreSQL", async () => {
    expect(
      await names(`SELECT k.conrelid::regclass || '.' || k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE k.connamespace IN ('public'::regnamespace, 'audit'::regnamespace) AND k.contype IN ('c', 'f', 'p', 'u') AND NOT c.relispartition AND c.relname <> '_prisma_migrations'
          AND (NOT starts_with(k.conname, c.relname || '_') OR k.conname ~ '_(check|key|fkey|key)[0-9]+$' OR k.conname LIKE '%\\_fkey')`),
    ).toEqual([]);
  });

  it("are all valid", async () => {
    expect(await names("SELECT conname AS name FROM pg_constraint WHERE NOT convalidated")).toEqual([]);
    expect(await names("SELECT indexrelid::regclass::text AS name FROM pg_index WHERE NOT indisvalid")).toEqual([]);
  });
});
