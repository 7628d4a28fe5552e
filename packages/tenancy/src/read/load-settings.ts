import { DomainError } from "@upstream/core";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";

export type CustomerSettings = {
  name: string;
  slug: string;
  timeZone: string;
  feedKind: "auto" | "submission" | "remittance";
  alertEmail: string | null;
};

/** What other domains may ask about the customer itself. */
export async function loadSettings(ctx: CustomerCtx): Promise<CustomerSettings> {
  const row = await readInCustomer(ctx, (query) =>
    query.row<CustomerSettings>(
      "load-settings",
      'SELECT name, slug, time_zone AS "timeZone", feed_kind AS "feedKind", alert_email AS "alertEmail" FROM customers WHERE id = $1',
      [ctx.customerId],
    ),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}
