/** `none` may be logged; `customer` belongs to the customer; `quasi` can identify with other data; `phi` is encrypted; `secret` opens doors. */
export type ColumnClass = "none" | "customer" | "quasi" | "phi" | "secret";

/** Class of every column of the tables that hold more than ids, counts and states; a table that is missing here fails the catalogue test. */
export const phiMap: Record<string, Record<string, ColumnClass>> = {};
