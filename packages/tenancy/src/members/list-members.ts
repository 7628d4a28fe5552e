import type { Id, Page, UserId } from "@upstream/core";
import { requirePermission } from "@upstream/core";
import { readPage } from "@upstream/db";
import type { CustomerCtx, PageSpec } from "@upstream/db";
import type { ListMembersInput, MemberDto } from "../schemas.ts";

type Row = { id: string; user_id: string; name: string; email: string; role: MemberDto["role"]; may_reveal_phi: boolean; created_at: Date };

const spec: PageSpec<"createdAt"> = {
  name: "members",
  columns: "m.id, m.user_id, u.name, u.email, m.role, m.may_reveal_phi, m.created_at",
  from: "memberships m JOIN users u ON u.id = m.user_id",
  id: "m.id",
  sorts: { createdAt: { column: "m.created_at", type: "timestamptz" } },
};

/** People of the customer in the order in which they joined. */
export async function listMembers(ctx: CustomerCtx, input: ListMembersInput): Promise<Page<MemberDto>> {
  requirePermission(ctx.actor, "members:admin");
  const where = [{ text: "m.customer_id = ?", values: [ctx.customerId] }];
  const { rows, nextCursor } = await readPage<Row, "createdAt">(ctx, spec, {
    where,
    sort: "createdAt",
    direction: "asc",
    limit: input.limit,
    cursor: input.cursor,
  });
  const items = rows.map((row) => ({
    id: row.id as Id<"member">,
    userId: row.user_id as UserId,
    name: row.name,
    email: row.email,
    role: row.role,
    mayRevealPhi: row.may_reveal_phi,
    createdAt: row.created_at.toISOString(),
  }));
  return { items, nextCursor };
}
