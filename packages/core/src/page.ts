import { z } from "zod";

/** Opaque token that continues a list; sealed and bound to the customer and the query. */
export const zCursor = z.string().min(1).max(2048).meta({ cursor: true });

/** Paging of every list: `limit` 1–200, default 50, and the cursor of the page before. */
export const pageInput = { limit: z.number().int().min(1).max(200).default(50), cursor: zCursor.optional() };

/** One page of a list; `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

export type Page<T> = { items: T[]; nextCursor: string | null };
