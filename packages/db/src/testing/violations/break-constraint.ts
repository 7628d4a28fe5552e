import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Extra, Row, Samples, Violation, World } from "./violation.ts";

export type Constraint = { table: string; name: string; kind: "c" | "u" | "p" | "f" | "i"; columns: string[] };

/** Named constraints, and unique indexes which are none, of all tables but partitions. */
export const LIST_CONSTRAINTS = `
  SELECT n.nspname || '.' || c.relname AS "table", k.conname AS name, k.contype AS kind,
    ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS x(number, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.number ORDER BY x.place) AS columns
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE k.contype IN ('c', 'u', 'p', 'f') AND NOT c.relispartition AND n.nspname IN ('public', 'audit', 'jobs') AND c.relname <> '_prisma_migrations'
  UNION ALL
  SELECT n.nspname || '.' || c.relname, ic.relname, 'i',
    ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS x(number, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.number ORDER BY x.place)
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_class ic ON ic.oid = i.indexrelid
  WHERE i.indisunique AND NOT c.relispartition AND n.nspname IN ('public', 'audit', 'jobs') AND c.relname <> '_prisma_migrations'
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
  ORDER BY 1, 2`;

const PARENT_INDEX = `SELECT p.relname AS name FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent WHERE c.relname = $1`;

async function insertRow(client: pg.Client, table: string, row: Row): Promise<Row> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`).join(", ");
  const { rows } = await client.query<Row>(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places}) RETURNING *`,
    Object.values(row),
  );
  return rows[0] ?? {};
}

function worldOf(client: pg.Client, samples: Samples, customerId: string): World {
  const world: World = {
    customerId,
    given: async (table) => {
      const sample = samples[table];
      if (sample === undefined) throw new Error(`There is no sample of ${table}`);
      return insertRow(client, table, await sample.build(world));
    },
  };
  return world;
}

const resolveExtra = async (extra: Extra, world: World): Promise<Row> => (typeof extra === "function" ? extra(world) : extra);

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}

async function violate(
  client: pg.Client,
  world: World,
  target: { constraint: Constraint; build: () => Promise<Row>; violation: Violation },
): Promise<void> {
  const { constraint, build, violation } = target;
  const { table, columns } = constraint;
  if ("set" in violation) {
    await insertRow(client, table, { ...(await build()), ...violation.set });
  } else if ("danglingWith" in violation) {
    const references = columns.filter((column) => column !== "customer_id" || columns.length === 1);
    const nowhere = Object.fromEntries(references.map((column) => [column, randomUUID()]));
    await insertRow(client, table, { ...(await build()), ...violation.danglingWith, ...nowhere });
  } else {
    const extra = await resolveExtra(violation.twiceWith, world);
    const first = { ...(await build()), ...extra };
    const stored = await insertRow(client, table, first);
    await insertRow(client, table, { ...(await build()), ...extra, ...pick({ ...stored, ...first }, columns) });
  }
}

async function rootName(client: pg.Client, name: string | undefined): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(PARENT_INDEX, [name]);
  return rows[0]?.name ?? name;
}

/** Breaks one constraint and answers with the name of the one PostgreSQL complains about; undefined when it accepts the row. Leaves no trace. */
export async function breakConstraint(
  client: pg.Client,
  place: { samples: Samples; customerId: string },
  constraint: Constraint,
): Promise<string | undefined> {
  const sample = place.samples[constraint.table];
  const violation = sample?.violations[constraint.name];
  if (sample === undefined || violation === undefined)
    throw new Error(`testing/violations does not say how to break ${constraint.table}.${constraint.name}`);
  const world = worldOf(client, place.samples, place.customerId);
  await client.query("BEGIN");
  await client.query("SELECT set_config('app.customer_id', $1, true), set_config('app.actor', 'test', true)", [place.customerId]);
  try {
    await violate(client, world, { constraint, violation, build: () => sample.build(world) });
    return undefined;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    await client.query("ROLLBACK");
    return error.constraint === undefined ? error.message : await rootName(client, error.constraint);
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Puts a valid row into the table, with the parents it needs. */
export async function insertSample(client: pg.Client, place: { samples: Samples; customerId: string }, table: string): Promise<Row> {
  await client.query("SELECT set_config('app.customer_id', $1, false), set_config('app.actor', 'test', false)", [place.customerId]);
  return worldOf(client, place.samples, place.customerId).given(table);
}
