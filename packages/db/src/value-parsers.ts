import pg from "pg";
import type { CustomTypesConfig } from "pg";

const { INT8, INT8_ARRAY, DATE, NUMERIC } = {
  INT8: 20,
  INT8_ARRAY: 1016,
  DATE: 1082,
  NUMERIC: 1700,
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("An integer from the database is too large for a number");
  return value;
}

const parseIntegers = (text: string): number[] => (text === "{}" ? [] : text.slice(1, -1).split(",").map(safeInteger));

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [INT8_ARRAY, parseIntegers],
  [DATE, (text) => text],
  [NUMERIC, Number],
]);

/** `bigint` (cents, counts) and `numeric` arrive as numbers, `date` as `YYYY-MM-DD`, `timestamptz` as Date. */
export const valueParsers: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format ?? "text")) as CustomTypesConfig["getTypeParser"],
};
