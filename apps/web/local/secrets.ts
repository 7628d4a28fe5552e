import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type LocalSecrets = { authSecret: string; phiKek: string; seed: string };

/** The secrets of this checkout: made once with the operating system's generator, kept readable for its owner alone. */
export function loadSecrets(stateDir: string): LocalSecrets {
  const path = join(stateDir, "secrets.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as LocalSecrets;
  const fresh = () => randomBytes(32).toString("base64");
  const made = { authSecret: fresh(), phiKek: fresh(), seed: fresh() };
  writeFileSync(path, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** A demo account's password: random for each checkout, the same at every start. */
export function demoPassword(secrets: LocalSecrets, email: string): string {
  return createHmac("sha256", secrets.seed).update(`demo:${email}`).digest("base64url").slice(0, 20);
}
