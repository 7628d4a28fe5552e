import pg from "pg";
import type { AnyTx } from "./ctx.ts";
import { Prisma } from "./generated/client.ts";
import { valueParsers } from "./value-parsers.ts";

/** Tagged template for SQL: each `${}` becomes a parameter. */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;

/** Joins pieces of SQL by commas, for lists of values. */
export const joinSql = Prisma.join;

/** No SQL at all, for the branch of a condition that adds nothing. */
export const emptySql = Prisma.empty;

/** SQL NULL in a `Json?` column, which Prisma tells apart from JSON's null. */
export const jsonNull = Prisma.DbNull;

/** Runs a statement in either kind of transaction; answers with the number of rows it touched. */
export async function executeSql(tx: AnyTx, statement: Sql): Promise<number> {
  if (tx instanceof pg.Client) return (await tx.query(statement.text, statement.values)).rowCount ?? 0;
  return (tx as Exclude<AnyTx, pg.PoolClient>).$executeRaw(statement);
}

/** Reads rows in either kind of transaction; types differ between the two, so cast to text or int in the statement. */
export async function querySql<T extends object>(tx: AnyTx, statement: Sql): Promise<T[]> {
  if (tx instanceof pg.Client) {
    return (await tx.query({ text: statement.text, values: statement.values, types: valueParsers })).rows as T[];
  }
  return (tx as Exclude<AnyTx, pg.PoolClient>).$queryRaw<T[]>(statement);
}
