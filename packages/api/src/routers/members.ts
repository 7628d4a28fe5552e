import { pageOf } from "@upstream/core";
import { changeMember, inviteMember, listMembers, removeMember } from "@upstream/tenancy";
import {
  changeMemberInput,
  inviteMemberInput,
  invitedMemberDto,
  listMembersInput,
  memberDto,
  memberIdInput,
} from "@upstream/tenancy/schemas";
import { z } from "zod";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const membersRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/members", { permission: "members:admin", summary: "List members" }))
    .input(listMembersInput)
    .output(pageOf(memberDto))
    .query(({ ctx, input }) => listMembers(ctx, input)),
  invite: customerProcedure
    .meta(rest("POST", "/members", { permission: "members:admin", summary: "Add a member", status: 201 }))
    .input(inviteMemberInput)
    .output(invitedMemberDto)
    .mutation(({ ctx, input }) => inviteMember(ctx, ctx.deps, input)),
  change: customerProcedure
    .meta(rest("PATCH", "/members/{memberId}", { permission: "members:admin", summary: "Change a role or the right to reveal PHI" }))
    .input(changeMemberInput)
    .output(memberDto)
    .mutation(({ ctx, input }) => changeMember(ctx, input)),
  remove: customerProcedure
    .meta(rest("DELETE", "/members/{memberId}", { permission: "members:admin", summary: "Remove a member" }))
    .input(memberIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => removeMember(ctx, input)),
});
