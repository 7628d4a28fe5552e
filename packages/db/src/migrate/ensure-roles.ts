import pg from "pg";
import type { ClientBase } from "pg";
import { setTimeout as wait } from "node:timers/promises";
import { withClient } from "./lock.ts";
import { loginRoles } from "./role-urls.ts";
import type { RolePasswords } from "./role-urls.ts";

const OWNERS = ["app_owner", "audit_owner"] as const;
const LIMITED = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS";
const SETTINGS = [
  "statement_timeout = '15s'",
  "lock_timeout = '2s'",
  "idle_in_transaction_session_timeout = '20s'",
  "random_page_cost = 1.1",
];
/** Roles belong to the whole cluster, which no lock of one database guards: two creators collide with one of these. */
const COLLISIONS = new Set(["42710", "23505", "XX000"]);
const ATTEMPTS = 20;

async function createMissing(client: ClientBase, role: string, kind: "LOGIN" | "NOLOGIN"): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount !== 0) return;
  await client.query(`CREATE ROLE ${role} ${kind} ${LIMITED}`);
}

async function limitLoginRole(client: ClientBase, role: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1 AND cardinality(rolconfig) >= $2", [
    role,
    SETTINGS.length,
  ]);
  if (rowCount !== 0) return;
  for (const setting of SETTINGS) await client.query(`ALTER ROLE ${role} SET ${setting}`);
}

async function setPasswords(client: ClientBase, passwords: RolePasswords): Promise<void> {
  for (const role of loginRoles) await client.query(`ALTER ROLE ${role} PASSWORD ${pg.escapeLiteral(passwords[role])}`);
}

/** An administrator who is no superuser may act as the owners only as their member. */
async function joinOwners(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper");
  if (rowCount !== 0) return;
  await client.query(`GRANT ${OWNERS.join(", ")} TO CURRENT_USER`);
}

async function bringAbout(client: ClientBase, passwords: RolePasswords | undefined): Promise<void> {
  for (const role of OWNERS) await createMissing(client, role, "NOLOGIN");
  for (const role of loginRoles) {
    await createMissing(client, role, "LOGIN");
    await limitLoginRole(client, role);
  }
  if (passwords !== undefined) await setPasswords(client, passwords);
  await joinOwners(client);
}

/** Creates the roles the migrations speak of and, when given, sets the passwords of those that sign in. */
export async function ensureRoles({ adminUrl, passwords }: { adminUrl: string; passwords?: RolePasswords | undefined }): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await bringAbout(client, passwords);
      } catch (error) {
        const isCollision = error instanceof pg.DatabaseError && COLLISIONS.has(error.code ?? "");
        if (!isCollision || attempt === ATTEMPTS) throw error;
        await wait(20 * attempt);
      }
    }
  });
}
