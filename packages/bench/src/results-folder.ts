import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Baseline } from "./judge.ts";
import { root } from "./machine.ts";
import { keyOf } from "./result.ts";
import type { BenchResult } from "./result.ts";

type Baselines = { full: Record<string, Baseline>; quick: Record<string, Baseline> };

const folder = join(root, "packages/bench/results");
const latest = join(folder, "latest.json");
const baselineFile = join(root, "packages/bench/baseline.json");

const toJson = (value: unknown) =>
  `${JSON.stringify(value, (_, part: unknown) => (typeof part === "number" && !Number.isInteger(part) ? Number(part.toPrecision(6)) : part), 2)}\n`;

/** Stores a run beside the earlier ones; answers with its path. */
export function saveResult(result: BenchResult): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${result.startedAt.replaceAll(/[:.]/g, "-")}-${result.suite}${result.quick ? "-quick" : ""}.json`);
  writeFileSync(path, toJson(result));
  return path;
}

export function readBaselines(): Baselines {
  return JSON.parse(readFileSync(baselineFile, "utf8")) as Baselines;
}

/** The accepted run, which the documents show; undefined before the first. */
export function readLatest(): BenchResult | undefined {
  return existsSync(latest) ? (JSON.parse(readFileSync(latest, "utf8")) as BenchResult) : undefined;
}

/** Makes this run the one that later runs are compared with and, unless it is quick, the one that the documents show. */
export function acceptResult(result: BenchResult): void {
  const isWhole =
    result.failures.length === 0 &&
    result.figures.every(({ verdict, equality }) => verdict !== "unjudged" && equality.every(({ ok }) => ok));
  if (!isWhole) throw new Error("A run is accepted only when everything was measured and judged, and all answers were equal");
  const baselines = readBaselines();
  const mode = result.quick ? baselines.quick : baselines.full;
  for (const figure of result.figures) {
    const { median, min, max } = figure.ratio;
    mode[keyOf(figure)] = { median, min, max };
  }
  writeFileSync(baselineFile, toJson(baselines));
  if (!result.quick) writeFileSync(latest, toJson(result));
}
