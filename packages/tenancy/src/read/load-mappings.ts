import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

export type CptRange = { from: string; to: string; group: string };
export type Mappings = { payerNames: ReadonlyMap<string, string>; cptRanges: readonly CptRange[] };

/** The customer's own payer names (raw to canonical) and procedure groups, for work that reads many claims. */
export async function loadMappings(ctx: CustomerCtx): Promise<Mappings> {
  return readInCustomer(ctx, async (query) => {
    const payers = await query.rows<{ raw_name: string; payer_name: string }>(
      "load-payer-mappings",
      "SELECT raw_name, payer_name FROM payer_mappings WHERE customer_id = $1",
      [ctx.customerId],
    );
    const cptRanges = await query.rows<CptRange>(
      "load-cpt-mappings",
      'SELECT cpt_from AS "from", cpt_to AS "to", cpt_group AS "group" FROM cpt_group_mappings WHERE customer_id = $1 ORDER BY cpt_from, cpt_to',
      [ctx.customerId],
    );
    return { payerNames: new Map(payers.map((row) => [row.raw_name, row.payer_name])), cptRanges };
  });
}
