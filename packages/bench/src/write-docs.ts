import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./machine.ts";
import { cellsOf, figureText, heads } from "./report.ts";
import type { BenchResult, FigureResult } from "./result.ts";
import { keyOf } from "./result.ts";
import { suiteNames, targetOf, targets } from "./targets.ts";
import type { Target } from "./targets.ts";

/** The document that shows targets and the accepted run. */
export const docsFile = join(root, "docs/benchmarks.md");

const table = (rows: readonly (readonly string[])[]) => rows.map((row) => `| ${row.join(" | ")} |`);
const withHead = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  table([head, head.map(() => "---"), ...rows]).join("\n");

function targetCells(target: Target): string[] {
  const sign = target.better === "lower" ? "≤" : "≥";
  const unit = target.judged === "absolute" ? ` ${target.unit}` : "";
  return [target.id, target.title, target.anchor, target.basis, `${sign} ${target.floor}${unit}`, `${sign} ${target.goal}${unit}`];
}

function targetsTable(): string {
  return withHead(["id", "figure", "beside", "basis", "floor", "goal"], targets.map(targetCells));
}

function detailLines(figure: FigureResult): string[] {
  return figure.details.map(({ name, unit, stat }) => `- ${keyOf(figure)} ${name}: ${figureText(stat.median)} ${unit}`.trimEnd());
}

function suiteTable(result: BenchResult, suite: string): string {
  const figures = result.figures.filter((figure) => targetOf(figure.id).suite === suite);
  if (figures.length === 0) return "Not measured yet.";
  return [withHead(heads, figures.map(cellsOf)), "", ...figures.flatMap(detailLines)].join("\n");
}

function runLine(result: BenchResult): string {
  const { machine, commit, startedAt, quick } = result;
  return `${startedAt.slice(0, 10)}, commit ${commit}, ${machine.cores} cores (${machine.cpu}), ${machine.memGiB} GiB, Node ${machine.node}, PostgreSQL ${machine.postgres}${quick ? ", quick: a tenth of the rows" : ""}.`;
}

/** Parts of the document that no one types. */
export function docsParts(result: BenchResult | undefined): Record<string, string> {
  const parts: Record<string, string> = { targets: targetsTable(), run: result ? runLine(result) : "No run has been accepted yet." };
  for (const suite of suiteNames) parts[suite] = result ? suiteTable(result, suite) : "Not measured yet.";
  return parts;
}

/** The document with each part between its markers in place. */
export function fillMarkers(text: string, parts: Record<string, string>): string {
  return Object.entries(parts).reduce((filled, [name, part]) => {
    const marked = new RegExp(`(<!-- bench:${name} -->)[\\s\\S]*?(<!-- /bench:${name} -->)`);
    if (!marked.test(filled)) throw new Error(`The document has no markers bench:${name}`);
    return filled.replace(marked, (_, open: string, close: string) => `${open}\n\n${part}\n\n${close}`);
  }, text);
}

export function writeDocs(result: BenchResult | undefined): void {
  writeFileSync(docsFile, fillMarkers(readFileSync(docsFile, "utf8"), docsParts(result)));
}
