import type { ClaimRow } from "./claim-row.ts";
import { cleanText } from "./clean-text.ts";
import { columnAt, columnBit, columnIds, columnSpecs } from "./columns.ts";
import type { ColumnId } from "./columns.ts";
import type { DateOrderEvidence } from "./date-order.ts";
import type { DetectedColumns } from "./detect-columns.ts";
import type { DateReading } from "./read-date.ts";

const limits = columnIds.map((id) => columnSpecs[id].max as number);

/** Single cells of the row in hand, by column; notes in the row what is present, too long, unreadable or repaired. */
export class CellReader {
  readonly #at: Record<ColumnId, number>;
  readonly #date: (text: string) => DateReading;
  readonly #order: DateOrderEvidence;
  #cells: readonly string[] = [];
  #row: ClaimRow = undefined as unknown as ClaimRow;

  constructor(columns: DetectedColumns, date: (text: string) => DateReading, order: DateOrderEvidence) {
    this.#at = Object.fromEntries(columnIds.map((id) => [id, columns.cellOf[columnAt[id]] ?? -1])) as Record<ColumnId, number>;
    this.#date = date;
    this.#order = order;
  }

  /** Goes on to the next record and forgets what was noted of the one before. */
  open(cells: readonly string[], row: ClaimRow): void {
    this.#cells = cells;
    this.#row = row;
    row.present = 0;
    row.unreadable = 0;
    row.repaired = 0;
    row.tooLong = 0;
  }

  /** A cell's text, cleaned; empty when the file has no such column, the cell is empty, or it is too long. */
  text(id: ColumnId): string {
    const place = this.#at[id];
    if (place < 0) return "";
    const cell = this.#cells[place];
    if (cell === undefined || cell === "") return "";
    const clean = cleanText(cell);
    if (clean === "") return "";
    this.#row.present |= columnBit[id];
    if (clean.length <= (limits[columnAt[id]] ?? 0)) return clean;
    this.#row.tooLong |= columnBit[id];
    return "";
  }

  /** A cell's date as a day number; null when empty or unreadable. */
  day(id: ColumnId): number | null {
    const value = this.text(id);
    if (value === "") return null;
    const reading = this.#date(value);
    if (reading.order !== "any") this.#order.add(id, reading, this.#row.rowNo, value);
    if (reading.day === null) this.#row.unreadable |= columnBit[id];
    else if (reading.serial) this.#row.repaired |= columnBit[id];
    return reading.day;
  }

  /** A cell read by `parse`; null when empty, or when `parse` cannot read it. */
  parsed<V>(id: ColumnId, parse: (value: string) => V | undefined): V | null {
    const value = this.text(id);
    if (value === "") return null;
    const found = parse(value);
    if (found !== undefined) return found;
    this.#row.unreadable |= columnBit[id];
    return null;
  }
}
