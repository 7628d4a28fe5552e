import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId, silentLogger, systemClock } from "@upstream/core";
import type { CustomerId, Id, Kek } from "@upstream/core";
import { createDb } from "@upstream/db";
import type { CustomerCtx, Db } from "@upstream/db";
import { startEmbedded } from "@upstream/db/embedded";
import { ensureRoles, migrateDatabase, rolePasswords, roleUrls } from "@upstream/db/migrate";
import type { RoleUrls } from "@upstream/db/migrate";
import { createCustomer, openCustomer } from "@upstream/tenancy";
import pg from "pg";

/** A PostgreSQL of this run alone, as in production: fsync on, roles under row-level security, everything migrated. */
export type World = {
  db: Db;
  /** A superuser's connection, for anchors, clean-up and looking. */
  admin: pg.Client;
  adminUrl: string;
  urls: RoleUrls;
  kek: Kek;
  /** From which the roles' passwords are derived. */
  seed: string;
  /** For files of this run. */
  folder: string;
  createCustomer(name: string): Promise<CustomerCtx>;
  /** The customer as a workflow of that name acts in it. */
  asWorkflow(customerId: CustomerId, name: string): Promise<CustomerCtx>;
  close(): Promise<void>;
};

type Cluster = { adminUrl: string; stop(): Promise<void> };

async function openCluster(folder: string, given: string | undefined): Promise<Cluster> {
  if (given !== undefined) return { adminUrl: given, stop: async () => undefined };
  return startEmbedded({ dataDir: join(folder, "postgres"), log: () => undefined });
}

function customersOf(db: Db, kek: Kek): Pick<World, "createCustomer" | "asWorkflow"> {
  const deps = { db, clock: systemClock, logger: silentLogger, kek };
  const by = {
    actor: { kind: "system" as const, reason: "bench" },
    requestId: "bench",
    ownerPassword: randomBytes(18).toString("base64url"),
  };
  return {
    createCustomer: async (name) => {
      const owner = { email: `owner@${name.toLowerCase().replaceAll(" ", "-")}.example`, name: "Owner" };
      return (await createCustomer(deps, { name, timeZone: "UTC", owner }, by)).ctx;
    },
    asWorkflow: (customerId, name) =>
      openCustomer(deps, { customerId, actor: { kind: "workflow", name }, requestId: newId<Id<"request">>() }),
  };
}

/** Opens the world; `databaseUrl` names a superuser of an empty database to use instead of an embedded one. */
export async function openWorld(databaseUrl: string | undefined): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "upstream-bench-"));
  const cluster = await openCluster(folder, databaseUrl);
  const { adminUrl } = cluster;
  const seed = randomBytes(32).toString("base64");
  const passwords = rolePasswords(seed);
  await ensureRoles({ adminUrl, passwords });
  await migrateDatabase({ adminUrl, direction: "up" });
  const urls = roleUrls({ adminUrl, passwords });
  const kek = { id: 1, key: randomBytes(32) };
  const db = createDb({ ...urls, poolSize: 10 });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  return {
    db,
    admin,
    adminUrl,
    urls,
    kek,
    seed,
    folder,
    ...customersOf(db, kek),
    close: async () => {
      await Promise.all([db.close(), admin.end()]);
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
