import type { Id, Role, UserId } from "@upstream/core";
import type { Prisma } from "@upstream/db";
import type { MemberDto } from "../schemas.ts";

export const memberSelect = {
  id: true,
  userId: true,
  role: true,
  mayRevealPhi: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} satisfies Prisma.MembershipSelect;

type Row = Prisma.MembershipGetPayload<{ select: typeof memberSelect }>;

/** A membership row as the outside sees it. */
export function toMemberDto(row: Row): MemberDto {
  return {
    id: row.id as Id<"member">,
    userId: row.userId as UserId,
    name: row.user.name,
    email: row.user.email,
    role: row.role as Role,
    mayRevealPhi: row.mayRevealPhi,
    createdAt: row.createdAt.toISOString(),
  };
}
