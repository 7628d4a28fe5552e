import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { scenarios } from "./scenarios/index.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: "." }, today: { type: "string" } },
});
const [name = ""] = positionals;
const build = scenarios[name];
if (!build) {
  process.stderr.write(`No scenario is called "${name}". There are: ${Object.keys(scenarios).join(", ")}\n`);
  process.exit(2);
}
const today = values.today ?? new Date().toISOString().slice(0, 10);
const scenario = build(Math.floor(Date.parse(`${today}T00:00:00Z`) / 86_400_000));
mkdirSync(values.out, { recursive: true });
const files = scenario.files.map((file) => {
  const path = join(values.out, file.name);
  writeFileSync(path, file.csv);
  return { path, rows: file.csv.split("\r\n").length - 2 };
});
process.stdout.write(
  `${JSON.stringify({ scenario: scenario.name, customer: scenario.customer, files, truths: scenario.truths }, null, 2)}\n`,
);
