import { ensureRoles } from "./ensure-roles.ts";
import { rolePasswords } from "./role-urls.ts";
import { migrateDatabase, migrationStatus } from "./runner.ts";

const USAGE = "usage: node packages/db/src/migrate/cli.ts up | down [steps | all] | status | roles";

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set`);
  return value;
}

function stepsFrom(text: string | undefined): number | undefined {
  if (text === "all") return undefined;
  const steps = Number(text ?? "1");
  if (!Number.isInteger(steps) || steps < 1) throw new Error(USAGE);
  return steps;
}

async function run(command: string | undefined, argument: string | undefined): Promise<void> {
  const log = (line: string): void => console.log(line);
  if (command === "up" || command === "down") {
    const steps = command === "down" ? stepsFrom(argument) : undefined;
    const done = await migrateDatabase({ adminUrl: required("DATABASE_ADMIN_URL"), direction: command, steps, log });
    if (done.length === 0) log("nothing to do");
  } else if (command === "status") {
    for (const { name, state } of await migrationStatus(required("DATABASE_ADMIN_URL"))) log(`${state.padEnd(10)} ${name}`);
  } else if (command === "roles") {
    await ensureRoles({ adminUrl: required("DATABASE_ADMIN_URL"), passwords: rolePasswords(required("DATABASE_ROLE_SECRET")) });
    log("roles are in place");
  } else {
    throw new Error(USAGE);
  }
}

try {
  await run(process.argv[2], process.argv[3]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
