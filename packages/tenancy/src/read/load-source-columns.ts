import type { Id } from "@upstream/core";
import { DomainError } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

export type SourceColumns = { id: string; name: string; columns: Record<string, string>; dayFirst: boolean };

/** A saved column mapping; NOT_FOUND when the customer has none of this id. */
export async function loadSourceColumns(ctx: CustomerCtx, mappingId: Id<"mapping"> | string): Promise<SourceColumns> {
  const row = await readInCustomer(ctx, (query) =>
    query.row<SourceColumns>(
      "load-column-mapping",
      'SELECT id, name, columns, day_first AS "dayFirst" FROM column_mappings WHERE customer_id = $1 AND id = $2',
      [ctx.customerId, mappingId],
    ),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}
