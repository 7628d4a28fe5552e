import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { testPasswords } from "../testing/template-database.ts";
import { testDatabase } from "../testing/test-database.ts";
import type { TestDatabase } from "../testing/test-database.ts";
import { ensureRoles } from "./ensure-roles.ts";
import { loginRoles, rolePasswords, roleUrl, roleUrls } from "./role-urls.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function signIn(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
  await client.end();
  return rows[0]?.name ?? "";
}

describe("ensureRoles", () => {
  it("can run many times at once, also from several databases of one cluster", async () => {
    const { adminUrl } = inject("upstreamDatabase");
    const urls = [adminUrl, database.adminUrl, adminUrl, database.adminUrl, adminUrl, database.adminUrl];
    await Promise.all(urls.map((url) => ensureRoles({ adminUrl: url, passwords: testPasswords })));
  });

  it("lets each role sign in with its own password and no other", async () => {
    for (const role of loginRoles) expect(await signIn(database.urlOf(role))).toBe(role);
    await expect(signIn(roleUrl(database.adminUrl, "app_user", testPasswords.app_system))).rejects.toThrow(
      "password authentication failed",
    );
  });

  it("limits how long statements, locks and idle transactions of the application may last", async () => {
    const client = new pg.Client({ connectionString: database.urlOf("app_user") });
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle",
    );
    await client.end();
    expect(rows).toEqual([{ statement: "15s", lock: "2s", idle: "20s" }]);
  });
});

describe("rolePasswords and roleUrls", () => {
  it("give every role a password of its own, always the same for one secret", () => {
    const passwords = rolePasswords("secret");
    expect(rolePasswords("secret")).toEqual(passwords);
    expect(new Set(Object.values(passwords)).size).toBe(4);
    expect(rolePasswords("other").app_user).not.toBe(passwords.app_user);
  });

  it("keep host, port, database and parameters of the administrator's URL", () => {
    const { userUrl } = roleUrls({
      adminUrl: "postgresql://postgres:p@db.example:6543/upstream?sslmode=require",
      passwords: rolePasswords("s"),
    });
    const url = new URL(userUrl);
    expect([url.username, url.host, url.pathname, url.search]).toEqual(["app_user", "db.example:6543", "/upstream", "?sslmode=require"]);
  });
});
