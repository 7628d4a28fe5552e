import type { CustomerId, Role, UserId } from "@upstream/core";
import { readAsSystem } from "@upstream/db";
import type { Db } from "@upstream/db";
import type { MyCustomerDto } from "../schemas.ts";

type Row = { id: string; name: string; slug: string; time_zone: string; role: Role };

/** The customers a person belongs to, by name. */
export async function listMyCustomers(db: Db, userId: UserId): Promise<MyCustomerDto[]> {
  const rows = await readAsSystem<Row>("session-check", db, {
    name: "my-customers",
    text: `SELECT c.id, c.name, c.slug, c.time_zone, m.role FROM memberships m JOIN customers c ON c.id = m.customer_id WHERE m.user_id = $1 ORDER BY c.name, c.id LIMIT 200`,
    params: [userId],
  });
  return rows.map((row) => ({ id: row.id as CustomerId, name: row.name, slug: row.slug, timeZone: row.time_zone, role: row.role }));
}
