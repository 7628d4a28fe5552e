import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "./demo-accounts.ts";

/** Tells other programs where this run is; readable for the owner alone, since it holds the demo passwords. */
export function writeRunningFile(stateDir: string, running: { url: string; pid: number; accounts: Account[] }): void {
  const content = { url: running.url, apiUrl: `${running.url}/api/v1`, pid: running.pid, accounts: running.accounts };
  writeFileSync(join(stateDir, "running.json"), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

/** Forgets the run. */
export function removeRunningFile(stateDir: string): void {
  rmSync(join(stateDir, "running.json"), { force: true });
}
