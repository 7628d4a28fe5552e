import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { createDb } from "../client.ts";
import type { Db } from "../handles.ts";
import { withClient } from "../migrate/lock.ts";
import { roleUrl, roleUrls } from "../migrate/role-urls.ts";
import type { LoginRole, RoleUrls } from "../migrate/role-urls.ts";
import { databaseUrl, testPasswords } from "./template-database.ts";

export type TestDatabase = {
  db: Db;
  /** Superuser of this copy: it bypasses row-level security, so use it only to look or to break things. */
  adminUrl: string;
  urls: RoleUrls;
  urlOf(role: LoginRole): string;
  /** Runs `fn` and gives the texts of the statements it sent, without BEGIN, set_config and COMMIT. */
  countStatements<R>(fn: () => Promise<R>): Promise<{ result: R; statements: string[] }>;
  close(): Promise<void>;
};

/** A migrated database of its own for one test file, opened as the application's roles; `empty` leaves it unmigrated. */
export async function testDatabase(options: { poolSize?: number; empty?: boolean } = {}): Promise<TestDatabase> {
  const { adminUrl: clusterUrl, template } = inject("upstreamDatabase");
  const name = `upstream_test_${randomUUID().replaceAll("-", "")}`;
  const source = options.empty === true ? "template0" : template;
  await withClient(clusterUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(source)}`));
  const adminUrl = databaseUrl(clusterUrl, name);
  const urls = roleUrls({ adminUrl, passwords: testPasswords });
  let heard: string[] | undefined;
  const db = createDb({ ...urls, poolSize: options.poolSize ?? 5, onStatement: (sql) => heard?.push(sql) });
  return {
    db,
    adminUrl,
    urls,
    urlOf: (role) => roleUrl(adminUrl, role, testPasswords[role]),
    countStatements: async (fn) => {
      const statements: string[] = [];
      heard = statements;
      const result = await fn().finally(() => (heard = undefined));
      return { result, statements };
    },
    close: async () => {
      await db.close();
      await withClient(clusterUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
