import { createHash } from "node:crypto";
import { DomainError } from "@upstream/core";
import type { CustomerCtx } from "./ctx.ts";
import { readInCustomer } from "./customer-read.ts";
import { cursorScopeOf, openCursor, sealCursor } from "./cursor.ts";
import type { CursorScope } from "./cursor.ts";

/** A column a list may be ordered by: its SQL (never null) and the type to read the cursor back with. */
export type SortColumn = { column: string; type: "date" | "timestamptz" | "bigint" | "integer" | "text" | "double precision" | "uuid" };

export type PageSpec<S extends string> = {
  /** Prefix of the prepared statements' names. */
  name: string;
  /** The select list: `c.id::text AS id, …`. */
  columns: string;
  /** The tables: `claims c JOIN payers p ON …`. */
  from: string;
  /** SQL of the id, which ends every order. */
  id: string;
  sorts: Record<S, SortColumn>;
};

/** One condition; each `?` stands for the value at its place. */
export type Condition = { text: string; values: readonly unknown[] };

export type PageRequest<S extends string> = {
  where: readonly Condition[];
  sort: S;
  direction: "asc" | "desc";
  limit: number;
  cursor?: string | undefined;
};

export type PageRows<Row> = { rows: Row[]; nextCursor: string | null };

type Built = { text: string; values: unknown[] };
type Marked = { cursorSort: string; cursorId: string };

function numbered(conditions: readonly Condition[]): Built {
  const values: unknown[] = [];
  const parts = conditions.map((condition) => {
    let at = 0;
    const text = condition.text.replaceAll("?", () => {
      values.push(condition.values[at++]);
      return `$${values.length}`;
    });
    if (at !== condition.values.length) throw new Error(`A condition has ${at} places for ${condition.values.length} values`);
    return `(${text})`;
  });
  return { text: parts.join(" AND "), values };
}

/** The statement of one page: row comparison after the cursor, one row more than asked for. */
export function buildPage<S extends string>(spec: PageSpec<S>, request: PageRequest<S>, place: readonly string[] | undefined): Built {
  const sort = spec.sorts[request.sort];
  if (sort === undefined) throw new DomainError("INVALID", { reason: "sort" });
  const comparison = request.direction === "asc" ? ">" : "<";
  const after = { text: `(${sort.column}, ${spec.id}) ${comparison} (?::${sort.type}, ?::uuid)`, values: place ?? [] };
  const { text, values } = numbered(place === undefined ? request.where : [...request.where, after]);
  const marks = `(${sort.column})::text AS "cursorSort", (${spec.id})::text AS "cursorId"`;
  const order = `ORDER BY ${sort.column} ${request.direction}, ${spec.id} ${request.direction}`;
  return {
    text: `SELECT ${spec.columns}, ${marks} FROM ${spec.from} WHERE ${text} ${order} LIMIT $${values.length + 1}`,
    values: [...values, request.limit + 1],
  };
}

function queryMark<S extends string>(spec: PageSpec<S>, request: PageRequest<S>): string {
  return JSON.stringify([spec.name, request.sort, request.direction, request.where]);
}

/** Sends one named statement and gives its rows. */
export type PageReader = <T extends object>(statement: { name: string; text: string; params: readonly unknown[] }) => Promise<T[]>;

/** One page read by `read`, its place sealed for the scope. */
export async function takePage<Row extends object, S extends string>(
  { scope, read }: { scope: CursorScope; read: PageReader },
  spec: PageSpec<S>,
  request: PageRequest<S>,
): Promise<PageRows<Row>> {
  const mark = queryMark(spec, request);
  const place = request.cursor === undefined ? undefined : openCursor(scope, mark, request.cursor);
  const { text, values } = buildPage(spec, request, place);
  const name = `${spec.name}:${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
  const found = await read<Row & Marked>({ name, text, params: values });
  const shown = found.slice(0, request.limit);
  const last = shown.at(-1);
  const nextCursor = found.length > request.limit && last !== undefined ? sealCursor(scope, mark, [last.cursorSort, last.cursorId]) : null;
  return { rows: shown.map(({ cursorSort: _sort, cursorId: _id, ...row }) => row as unknown as Row), nextCursor };
}

/** Reads one page of a list for the customer: one statement, an allow-listed order, a sealed cursor. */
export async function readPage<Row extends object, S extends string>(
  ctx: CustomerCtx,
  spec: PageSpec<S>,
  request: PageRequest<S>,
): Promise<PageRows<Row>> {
  const read: PageReader = ({ name, text, params }) => readInCustomer(ctx, (query) => query.rows(name, text, params));
  return takePage({ scope: cursorScopeOf(ctx), read }, spec, request);
}
