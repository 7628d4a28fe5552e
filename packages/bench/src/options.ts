import { parseArgs } from "node:util";
import { suiteNames, targetOf, targets } from "./targets.ts";
import type { BenchOptions } from "./figure.ts";
import type { SuiteName } from "./targets.ts";

export type Command = BenchOptions & {
  suite: SuiteName | "all";
  /** Figures to measure. */
  ids: string[];
  gate: boolean;
  accept: boolean;
  /** Only write the documents from the accepted run. */
  docs: boolean;
  databaseUrl: string | undefined;
};

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) throw new Error(`--${name} takes a whole number of at least ${least}, not ${text}`);
  return value;
}

function suiteOf(positionals: readonly string[]): SuiteName | "all" {
  const [name = "all", ...others] = positionals;
  const suite = ["all" as const, ...suiteNames].find((each) => each === name);
  if (!suite || others.length > 0) throw new Error(`There is no suite ${positionals.join(" ")}; there are all, ${suiteNames.join(", ")}`);
  return suite;
}

function idsOf(suite: SuiteName | "all", only: string | undefined): string[] {
  if (only !== undefined) return only.split(",").map((id) => targetOf(id.trim().toUpperCase()).id);
  return targets.filter((target) => suite === "all" || target.suite === suite).map(({ id }) => id);
}

/** Reads the command line. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rows: { type: "string" },
      base: { type: "string", default: "0" },
      rounds: { type: "string" },
      seed: { type: "string", default: "1" },
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      gate: { type: "boolean", default: false },
      accept: { type: "boolean", default: false },
      docs: { type: "boolean", default: false },
      "database-url": { type: "string" },
    },
  });
  const suite = suiteOf(positionals);
  const ids = idsOf(suite, values.only);
  if (values.accept && (ids.length < targets.length || values.rows !== undefined))
    throw new Error("--accept takes a run of all figures at their own sizes");
  const rounds = values.rounds ?? (values.quick ? "3" : "5");
  return {
    suite,
    ids,
    rows: values.rows === undefined ? undefined : wholeNumber("rows", values.rows, 1000),
    bases: values.base.split(",").map((base) => wholeNumber("base", base, 0)),
    rounds: wholeNumber("rounds", rounds, 1),
    seed: wholeNumber("seed", values.seed, 0),
    quick: values.quick,
    gate: values.gate,
    accept: values.accept,
    docs: values.docs,
    databaseUrl: values["database-url"],
  };
}
