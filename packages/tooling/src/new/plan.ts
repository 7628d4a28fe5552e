import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a generator does to the repository: files that must not exist yet, and edits of files that must. */
export type Plan = { create: Map<string, string>; edit: Map<string, (text: string) => string> };

/** Turns a name from the command line into a plan. */
export type Generator = (name: string) => Plan;

/** The text of a template; templates end in `.txt`, so no other tool takes them for code. */
export function template(file: string): string {
  return readFileSync(join(import.meta.dirname, "templates", `${file}.txt`), "utf8");
}
