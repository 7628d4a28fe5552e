import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { stopServer } from "./control-server.ts";
import { locateBinaries } from "./locate-binaries.ts";
import { livingOwner } from "./owner-file.ts";
import { serverUser } from "./server-user.ts";

/** Stops and deletes the servers in folders of that prefix whose process was killed before it could. */
export async function removeAbandoned(parent: string, prefix: string, log: (line: string) => void): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  if (names.length === 0) return;
  const user = serverUser(log);
  const binaries = await locateBinaries();
  for (const name of names) {
    const folder = join(parent, name);
    const server = { binaries, user, cluster: join(folder, "cluster"), logFile: join(folder, "server.log") };
    const ownerFile = join(folder, "owner");
    if (!existsSync(ownerFile) || livingOwner(ownerFile) !== undefined) continue;
    log(`Removing the test database which a killed process left in ${folder}`);
    await stopServer(server);
    await rm(folder, { recursive: true, force: true });
  }
}
