import { keyOf } from "./result.ts";
import type { BenchResult, FigureResult } from "./result.ts";
import type { Stat } from "./stats.ts";

/** Three significant digits, thousands apart. */
export function figureText(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}

const spread = (stat: Stat) =>
  stat.n === 1 ? figureText(stat.median) : `${figureText(stat.median)} (${figureText(stat.min)}–${figureText(stat.max)})`;
const bar = (figure: FigureResult, value: number) => `${figure.better === "lower" ? "≤" : "≥"} ${value}`;

/** Heads of the table's columns, shared by terminal and documents. */
export const heads = ["figure", "rows / base", "product", "anchor", "ratio", "floor", "goal", "verdict"] as const;

/** A figure as one line of the table. */
export function cellsOf(figure: FigureResult): string[] {
  return [
    `${keyOf(figure)} ${figure.title}`,
    `${figure.params.rows.toLocaleString("en-US")} / ${figure.params.base.toLocaleString("en-US")}`,
    `${spread(figure.product)} ${figure.unit}`,
    `${spread(figure.anchor)} ${figure.unit}`,
    figure.judged === "ratio" ? spread(figure.ratio) : "–",
    bar(figure, figure.floor),
    bar(figure, figure.goal),
    figure.verdict,
  ];
}

function padded(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function notes(figure: FigureResult): string[] {
  const details = figure.details.map(({ name, unit, stat }) => `  ${keyOf(figure)} ${name}: ${spread(stat)} ${unit}`.trimEnd());
  const differing = figure.equality.filter(({ ok }) => !ok).map(({ check }) => `  ${keyOf(figure)} DIFFERS: ${check}`);
  const load = `  ${keyOf(figure)} load average ${figure.loadAvg.map((value) => value.toFixed(1)).join(" ")}`;
  return [...details, ...differing, load];
}

/** The whole run as text for a terminal. */
export function reportText(result: BenchResult): string {
  const table = padded([[...heads], ...result.figures.map(cellsOf)]);
  const failures = result.failures.map(({ id, reason }) => `  ${id} COULD NOT BE MEASURED: ${reason}`);
  const { machine } = result;
  const place = `${machine.cores} × ${machine.cpu}, ${machine.memGiB} GiB, Node ${machine.node}, PostgreSQL ${machine.postgres}, ${result.commit}${result.dirty ? " with changes" : ""}${result.quick ? ", QUICK" : ""}`;
  return [place, "", ...table, "", ...result.figures.flatMap(notes), ...failures].join("\n");
}
