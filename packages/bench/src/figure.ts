import type { Stat } from "./stats.ts";
import type { World } from "./world.ts";

export type BenchOptions = {
  /** Rows of the figure's file or table; the figure's own size when absent. */
  rows: number | undefined;
  /** Claims stored before an ingest is measured; each makes a figure of its own. */
  bases: readonly number[];
  rounds: number;
  quick: boolean;
  seed: number;
};

export type BenchRun = { world: World; options: BenchOptions; say: (line: string) => void };

/** Something that must hold before a time means anything. */
export type Equality = { check: string; ok: boolean };

/** A further number beside the judged one, with its unit. */
export type Detail = { name: string; unit: string; stat: Stat };

/** What one figure measured; `ratio` is product / anchor by round, for absolute figures the product's own value. */
export type Measured = {
  params: { rows: number; base: number };
  product: Stat;
  anchor: Stat;
  ratio: Stat;
  details: Detail[];
  equality: Equality[];
  /** One-minute load average of each round. */
  loadAvg: number[];
  note?: string | undefined;
};

export type Figure = {
  id: string;
  /** Rows when no option says otherwise. */
  defaultRows: number;
  run(bench: BenchRun): Promise<Measured[]>;
};

/** Rows of a figure in this run: as asked, else its own size, a tenth of it when quick. */
export function rowsOf(figure: Pick<Figure, "defaultRows">, options: BenchOptions): number {
  return options.rows ?? (options.quick ? Math.ceil(figure.defaultRows / 10) : figure.defaultRows);
}
