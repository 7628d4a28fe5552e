import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildConsole } from "./build-console.ts";
import { openDatabase } from "./database.ts";
import type { LocalDatabase } from "./database.ts";
import { freePort } from "./free-port.ts";
import { startMailCatcher } from "./mail-catcher.ts";
import { readFlags } from "./read-flags.ts";
import { removeRunningFile, writeRunningFile } from "./running-file.ts";
import { loadSecrets } from "./secrets.ts";
import type { LocalSecrets } from "./secrets.ts";
import { say, step } from "./steps.ts";

const root = resolve(import.meta.dirname, "../../..");
const flags = readFlags();
const stateDir = resolve(flags.state ?? join(root, ".upstream"));
const startedAt = Number(process.env["UPSTREAM_STARTED_AT"] ?? Date.now());

const closers: (() => Promise<void>)[] = [];
let isStopping = false;

async function stopAll(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  removeRunningFile(stateDir);
  for (const close of closers.reverse()) await close().catch(() => undefined);
  process.exit(code);
}

function environment(
  database: LocalDatabase,
  secrets: LocalSecrets,
  place: { url: string; port: number; smtpUrl: string; mailDir: string | undefined },
): NodeJS.ProcessEnv {
  return {
    LOG_LEVEL: "warn",
    OUTBOUND_ALLOW: "127.0.0.1,localhost",
    AUTH_SECRET: secrets.authSecret,
    PHI_KEK: secrets.phiKek,
    ...process.env,
    DATABASE_URL: database.urls.userUrl,
    DATABASE_SYSTEM_URL: database.urls.systemUrl,
    DATABASE_JOBS_URL: database.urls.jobsUrl,
    UPSTREAM_URL: place.url,
    HOST: "127.0.0.1",
    PORT: String(place.port),
    SMTP_URL: place.smtpUrl,
    MAIL_CATCHER_DIR: place.mailDir,
  };
}

async function openMail(): Promise<{ smtpUrl: string; mailDir: string | undefined }> {
  const given = process.env["SMTP_URL"];
  if (given) return { smtpUrl: given, mailDir: undefined };
  const catcher = await startMailCatcher(join(stateDir, "mail"));
  closers.push(() => catcher.stop());
  return { smtpUrl: catcher.smtpUrl, mailDir: catcher.dir };
}

async function up(): Promise<void> {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  removeRunningFile(stateDir);
  const secrets = loadSecrets(stateDir);
  const build = new AbortController();
  closers.push(async () => build.abort());
  const building = step("Build the console", () => buildConsole(root, process.env, build.signal));
  building.catch(() => undefined);
  const opening = openDatabase(stateDir, { given: process.env["DATABASE_URL"], seed: secrets.seed });
  closers.push(async () => (await opening).stop());
  const database = await opening;
  const mail = await openMail();
  await building;
  const port = await freePort(flags.port ?? Number(process.env["PORT"] ?? 3000));
  const url = `http://127.0.0.1:${port}`;
  process.env["NODE_ENV" as string] = "production";
  const [{ startServer }, { readEnv }, { ensureDemoAccounts }, { loadDemoClaims }] = await Promise.all([
    import("../server.ts"),
    import("../src/env.ts"),
    import("./demo-accounts.ts"),
    import("./demo-claims.ts"),
  ]);
  const starting = step("Start console, API and workflows", () =>
    startServer(readEnv(environment(database, secrets, { url, port, ...mail }))),
  );
  closers.push(async () => (await starting).stop());
  const server = await starting;
  const accounts = await step("Prepare the demo's accounts", () => ensureDemoAccounts(server.container, secrets));
  say(`First page after ${((Date.now() - startedAt) / 1000).toFixed(1)} s: ${url}`);
  if (!flags.empty) await loadDemoClaims(`${url}/api/v1`, accounts);
  writeRunningFile(stateDir, { url, pid: process.pid, accounts });
  say("");
  for (const { role, email, password, customer } of accounts)
    say(`${role.padEnd(10)} ${email.padEnd(28)} ${password}   ${customer ?? "platform"}`);
  say("");
  say(`Upstream runs at ${url}   API ${url}/api/v1   reference ${url}/api/v1/docs${mail.mailDir ? `   mails ${url}/dev/mail` : ""}`);
  say("Webhook receivers on this machine are allowed (OUTBOUND_ALLOW=127.0.0.1,localhost). Stop with Ctrl-C.");
}

process.on("SIGINT", () => void stopAll(0));
process.on("SIGTERM", () => void stopAll(0));
process.on("disconnect", () => void stopAll(0));
up().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  void stopAll(1);
});
