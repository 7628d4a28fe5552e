export type Row = Record<string, unknown>;

/** The customer a sample belongs to, and a way to put valid parents beneath it. */
export type World = {
  customerId: string;
  /** Inserts a valid row of that table and gives it. */
  given(table: string): Promise<Row>;
};

/**
 * How a valid row comes to break one constraint: `set` columns that break a CHECK; a second valid row which copies the
 * key's columns breaks a key; a reference dangles when its columns point to nothing. What stands beside goes into the rows as well.
 */
export type Violation = { set: Row } | { twiceWith: Extra } | { danglingWith: Row };
export type Extra = Row | ((world: World) => Promise<Row>);

export type TableSample = {
  /** A new valid row at each call, without the columns that may stay at their defaults. */
  build(world: World): Promise<Row>;
  violations: Record<string, Violation>;
};

export type Samples = Record<string, TableSample>;

export const set = (row: Row): Violation => ({ set: row });
export const twice: Violation = { twiceWith: {} };
export const twiceWith = (extra: Extra): Violation => ({ twiceWith: extra });
export const dangling: Violation = { danglingWith: {} };
export const danglingWith = (row: Row): Violation => ({ danglingWith: row });

/** Text that is too long for `max` characters. */
export const longer = (max: number): string => "x".repeat(max + 1);

/** JSON of more than `bytes` bytes that does not compress. */
export function heavyJson(bytes: number): string {
  const words = Array.from({ length: Math.ceil(bytes / 30) }, () => crypto.randomUUID());
  return JSON.stringify({ words });
}
