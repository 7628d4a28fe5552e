import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { createPool } from "./create-pool.ts";
import { PrismaClient } from "./generated/client.ts";
import { handlesOf, registerHandles } from "./handles.ts";
import type { Db, Door } from "./handles.ts";

export type DbOptions = {
  /** Where `app_user` signs in: customer data under row-level security. */
  userUrl: string;
  /** Where `app_system` signs in: sign-in look-ups, outbox relay, cron fan-out. */
  systemUrl: string;
  /** Connections of `app_user`; the other roles get fewer. */
  poolSize: number;
  onStatement?: ((sql: string) => void) | undefined;
};

const LIMIT_CONNECTIONS = 2;

function openDoor(pool: Pool): Door {
  const adapter = new PrismaPg(pool);
  return { pool, prisma: new PrismaClient({ adapter, errorFormat: "minimal" }) };
}

async function closeDoor(door: Door): Promise<void> {
  await door.prisma.$disconnect();
  await door.pool.end();
}

/** Opens the database; connections are made when first needed. */
export function createDb({ userUrl, systemUrl, poolSize, onStatement }: DbOptions): Db {
  const user = openDoor(createPool({ url: userUrl, size: poolSize, onStatement }));
  const system = openDoor(createPool({ url: systemUrl, size: Math.max(2, Math.ceil(poolSize / 2)), onStatement }));
  const limits = createPool({ url: systemUrl, size: LIMIT_CONNECTIONS, atConnect: "SET synchronous_commit = off" });
  return registerHandles({ user, system, limits, systemUrl }, async () => {
    await Promise.all([closeDoor(user), closeDoor(system), limits.end()]);
  });
}

/** Throws when the database does not answer. */
export async function pingDatabase(db: Db): Promise<void> {
  await handlesOf(db).system.pool.query("SELECT 1");
}
