import type { CustomerId } from "@upstream/core";
import { readAsSystem } from "@upstream/db";
import type { Db } from "@upstream/db";
import type { Principal } from "../principal.ts";
import type { PlatformCustomerDto } from "../schemas.ts";
import { requireSuperuser } from "./require-superuser.ts";

type Row = { id: string; name: string; slug: string; time_zone: string; created_at: Date; member_count: number };

/** Every customer by name: how many people, since when; nothing of their claims. */
export async function listCustomers(db: Db, principal: Principal): Promise<PlatformCustomerDto[]> {
  requireSuperuser(principal);
  const rows = await readAsSystem<Row>("platform-list", db, {
    name: "platform-customers",
    text: `SELECT c.id, c.name, c.slug, c.time_zone, c.created_at, (SELECT count(*) FROM memberships m WHERE m.customer_id = c.id) AS member_count FROM customers c ORDER BY c.name, c.id LIMIT 1000`,
    params: [],
  });
  return rows.map((row) => ({
    id: row.id as CustomerId,
    name: row.name,
    slug: row.slug,
    timeZone: row.time_zone,
    createdAt: row.created_at.toISOString(),
    memberCount: row.member_count,
  }));
}
