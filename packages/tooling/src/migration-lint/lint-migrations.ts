import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { findSquawk } from "./find-squawk.ts";

const squawk = findSquawk();
const migrations = globSync("prisma/migrations/*/migration.sql");
if (migrations.length === 0) throw new Error("no migration found: nothing was checked");
if (squawk === undefined) console.log("skipped: the linter of migrations has no program for this platform");
else process.exitCode = spawnSync(squawk, ["--no-error-on-unmatched-pattern", ...migrations], { stdio: "inherit" }).status ?? 1;
