import { parseArgs } from "node:util";

const usage = `npm run up -- [--empty] [--port N] [--state DIR]

  --empty      leave the demo's claims out
  --port N     port of the console and the API (3000, or the next that is free)
  --state DIR  where database, mails and secrets are kept (.upstream)`;

const options = {
  empty: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  port: { type: "string" },
  state: { type: "string" },
} as const;

const lastPort = 65_535;

/** What the command line asks for; help, or a flag that is not known, ends the process with the list of flags. */
export function readFlags(): { empty: boolean; port: number | undefined; state: string | undefined } {
  try {
    const { empty, help, port, state } = parseArgs({ options }).values;
    if (help) {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    if (port !== undefined && !(/^\d+$/.test(port) && Number(port) <= lastPort)) throw new Error(`--port takes a number up to ${lastPort}`);
    return { empty, port: port === undefined ? undefined : Number(port), state };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
    process.exit(2);
  }
}
