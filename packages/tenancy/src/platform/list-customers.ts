import type { CustomerId, Page } from "@upstream/core";
import { readSystemPage } from "@upstream/db";
import type { PageSpec } from "@upstream/db";
import type { CustomerDeps } from "../customers/open-customer.ts";
import type { Principal } from "../principal.ts";
import type { ListCustomersInput, PlatformCustomerDto } from "../schemas.ts";
import { requireSuperuser } from "./require-superuser.ts";

type Row = { id: string; name: string; slug: string; time_zone: string; created_at: Date; member_count: number };

const spec: PageSpec<"name"> = {
  name: "platform-customers",
  columns:
    "c.id, c.name, c.slug, c.time_zone, c.created_at, (SELECT count(*) FROM memberships m WHERE m.customer_id = c.id) AS member_count",
  from: "customers c",
  id: "c.id",
  sorts: { name: { column: "c.name", type: "text" } },
};

/** Customers of the platform by name: how many people, since when; nothing of their claims. */
export async function listCustomers(
  { db, kek }: CustomerDeps,
  principal: Principal,
  { limit, cursor }: ListCustomersInput,
): Promise<Page<PlatformCustomerDto>> {
  requireSuperuser(principal);
  const place = { reason: "platform-list", db, scope: { owner: "platform", root: kek.key } } as const;
  const where = [{ text: "true", values: [] }];
  const { rows, nextCursor } = await readSystemPage<Row, "name">(place, spec, { where, sort: "name", direction: "asc", limit, cursor });
  const items = rows.map((row) => ({
    id: row.id as CustomerId,
    name: row.name,
    slug: row.slug,
    timeZone: row.time_zone,
    createdAt: row.created_at.toISOString(),
    memberCount: row.member_count,
  }));
  return { items, nextCursor };
}
