import { createRequire } from "node:module";

/** The linter of migrations where its platform package is installed: the bare program, without the launcher that wants one for every platform. */
export function findSquawk(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@squawk-cli/${process.platform}-${process.arch}/bin/squawk`);
  } catch {
    return undefined;
  }
}
