import { columnIds, normaliseHeader } from "@upstream/claims";
import { upsertColumnMappingInput } from "@upstream/tenancy/schemas";
import { z } from "zod";

/** How a source names its columns: only columns that claims have, and each header for one of them. */
export const columnMappingInput = upsertColumnMappingInput.extend({
  columns: z
    .partialRecord(z.enum(columnIds), upsertColumnMappingInput.shape.columns.valueType)
    .refine((columns) => new Set(Object.values(columns).map(normaliseHeader)).size === Object.keys(columns).length, {
      error: "One header stands for two columns",
    })
    .meta({ description: "Column of the contract to header name in the file", example: { payer: "Insurance", cpt: "Proc code" } }),
});
