import { columnAt, columnIds } from "./columns.ts";
import type { ColumnId } from "./columns.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { DateReading } from "./read-date.ts";

const showable: ReadonlySet<ColumnId> = new Set<ColumnId>(["submitted_date", "decided_date", "payment_date"]);

/** Counts, per date column, the values that exist in one order of day and month only. */
export class DateOrderEvidence {
  readonly dayFirst: number[];
  readonly monthFirst: number[];
  #examples: { column: ColumnId; row: number; value: string; order: DateReading["order"] }[] = [];

  constructor(kept?: { dayFirst: number[]; monthFirst: number[] }) {
    this.dayFirst = kept?.dayFirst ?? columnIds.map(() => 0);
    this.monthFirst = kept?.monthFirst ?? columnIds.map(() => 0);
  }

  /** Takes one reading that exists in one order only. */
  add(column: ColumnId, reading: DateReading, row: number, value: string): void {
    const counts = reading.order === "day-first" ? this.dayFirst : this.monthFirst;
    const at = columnAt[column];
    counts[at] = (counts[at] ?? 0) + 1;
    if ((counts[at] ?? 0) <= 3) this.#examples.push({ column, row, value, order: reading.order });
  }

  /** Throws DATE_ORDER when a column speaks more for the other order than for the one in use; `atLeast` asks for that many and no counter-example. */
  assertOrder(dayFirstInUse: boolean, atLeast = 0): void {
    const against = dayFirstInUse ? this.monthFirst : this.dayFirst;
    const inFavour = dayFirstInUse ? this.dayFirst : this.monthFirst;
    for (const column of columnIds) {
      const no = against[columnAt[column]] ?? 0;
      const yes = inFavour[columnAt[column]] ?? 0;
      if (no <= yes || (atLeast > 0 && (no < atLeast || yes > 0))) continue;
      const order = dayFirstInUse ? "month-first" : "day-first";
      const examples = this.#examples
        .filter((example) => example.column === column && example.order === order)
        .map((example) => ({ row: example.row, value: showable.has(column) ? example.value.slice(0, 10) : "" }));
      throw new FileRefusal("DATE_ORDER", { column, examples });
    }
  }
}
