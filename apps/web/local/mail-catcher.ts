import { createWriteStream, mkdirSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { SMTPServer } from "smtp-server";

const keep = 500;

export type MailCatcher = { smtpUrl: string; dir: string; stop(): Promise<void> };

function forgetOldest(dir: string): void {
  const files = readdirSync(dir).sort();
  for (const name of files.slice(0, Math.max(0, files.length - keep))) rmSync(join(dir, name), { force: true });
}

/** An SMTP server on the own machine that keeps what it gets as files, newest 500, for the console's mail page. */
export async function startMailCatcher(dir: string): Promise<MailCatcher> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      count += 1;
      const name = `${new Date().toISOString().replaceAll(":", "-")}-${String(count).padStart(5, "0")}.eml`;
      pipeline(stream, createWriteStream(join(dir, name), { mode: 0o600 })).then(
        () => {
          forgetOldest(dir);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return { smtpUrl: `smtp://127.0.0.1:${port}`, dir, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
