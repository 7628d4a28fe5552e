import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { applyPlan } from "./apply-plan.ts";
import { generators } from "./generators.ts";

const root = resolve(import.meta.dirname, "../../../..");

function main([kind = "", name = ""]: string[]): void {
  const generator = generators[kind];
  if (generator === undefined || name === "") {
    throw new Error(`npm run new -- <kind> <name>, where the kind is one of ${Object.keys(generators).join(", ")}`);
  }
  const touched = applyPlan(root, generator(name));
  spawnSync(join(root, "node_modules/.bin/oxfmt"), touched, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  for (const path of touched) console.log(path);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
