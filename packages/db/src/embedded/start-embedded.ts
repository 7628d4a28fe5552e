import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort, initCluster, runningServer, startServer, stopServer, stopServerNow } from "./control-server.ts";
import type { Server } from "./control-server.ts";
import { locateBinaries } from "./locate-binaries.ts";
import { claimFolder, livingOwner, releaseFolder } from "./owner-file.ts";
import { serverUser } from "./server-user.ts";
import { reachableBinaries, reachableFolder } from "./stage-files.ts";

export type EmbeddedOptions = {
  dataDir: string;
  port?: number | undefined;
  log: (line: string) => void;
  /** Off for tests only: a crash of the machine then loses the cluster. */
  fsync?: boolean | undefined;
};

export type Embedded = {
  adminUrl: string;
  /** Where the data are, which differs from the wanted folder when the server's account cannot reach that. */
  dataDir: string;
  /** True when another living process already runs this folder's server; `stop` then leaves it running. */
  reused: boolean;
  stop: () => Promise<void>;
};

type Place = { folder: string; ownerFile: string; passwordFile: string; server: Server };

const START_ATTEMPTS = 6;

async function preparePlace(options: EmbeddedOptions): Promise<Place> {
  const user = serverUser(options.log);
  const binaries = await reachableBinaries(await locateBinaries(), user, options.log);
  const folder = await reachableFolder(resolve(options.dataDir), user, options.log);
  const server = { binaries, user, cluster: join(folder, "cluster"), logFile: join(folder, "server.log") };
  return { folder, ownerFile: join(folder, "owner"), passwordFile: join(folder, "admin-password"), server };
}

async function adminPassword(place: Place): Promise<string> {
  const isComplete = existsSync(place.passwordFile) && existsSync(join(place.server.cluster, "PG_VERSION"));
  if (isComplete) return (await readFile(place.passwordFile, "utf8")).trim();
  const password = randomBytes(24).toString("base64url");
  await initCluster(place.server, password);
  await writeFile(place.passwordFile, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Tries again while orphaned backends of a killed server let go of its memory, or when the port was taken meanwhile. */
async function startPatiently(place: Place, options: EmbeddedOptions): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    try {
      await startServer(place.server, { port, fsync: options.fsync ?? true });
      return port;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL did not start; see ${place.server.logFile}`, { cause: error });
      await wait(250 * attempt);
    }
  }
}

function urlOf(password: string, port: number): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Starts the folder's own PostgreSQL (made at first use), after stopping one that a killed process left behind. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = await preparePlace(options);
  const { server, ownerFile, folder } = place;
  const running = runningServer(server);
  const owner = livingOwner(ownerFile);
  if (running !== undefined && owner !== undefined) {
    options.log(`PostgreSQL of ${folder} is already run by process ${owner}`);
    const password = (await readFile(place.passwordFile, "utf8")).trim();
    return { adminUrl: urlOf(password, running.port), dataDir: folder, reused: true, stop: async () => undefined };
  }
  if (running !== undefined) options.log(`Stopping the PostgreSQL which a killed process left behind in ${folder}`);
  await stopServer(server);
  claimFolder(ownerFile);
  const password = await adminPassword(place);
  const port = await startPatiently(place, options);
  options.log(`PostgreSQL runs on 127.0.0.1:${port}, data in ${folder}`);
  const atExit = (): void => stopServerNow(server);
  process.once("exit", atExit);
  const stop = async (): Promise<void> => {
    process.off("exit", atExit);
    await stopServer(server);
    releaseFolder(ownerFile);
  };
  return { adminUrl: urlOf(password, port), dataDir: folder, reused: false, stop };
}
