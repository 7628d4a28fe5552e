import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plan } from "./plan.ts";

/** Carries out a plan and answers with the paths it touched; everything is computed before the first byte is written. */
export function applyPlan(root: string, plan: Plan): string[] {
  const texts = new Map<string, string>();
  for (const [path, text] of plan.create) {
    if (existsSync(join(root, path))) throw new Error(`${path} exists already`);
    texts.set(path, text);
  }
  for (const [path, edit] of plan.edit) {
    if (!existsSync(join(root, path))) throw new Error(`${path} is missing: the layout is not the one this generator knows`);
    texts.set(path, edit(readFileSync(join(root, path), "utf8")));
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...texts.keys()];
}
