import { endSession, issueTokens, listMyCustomers, rotateRefresh, verifyToken } from "@upstream/tenancy";
import { meDto, myCustomerDto, refreshInput, tokenDto, tokenInput, verifyDto, verifyInput } from "@upstream/tenancy/schemas";
import { z } from "zod";
import { toMeDto } from "../me-dto.ts";
import { internal, rest } from "../meta.ts";
import { personProcedure, publicProcedure, sessionProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const authRouter = router({
  token: publicProcedure
    .meta(rest("POST", "/auth/token", { permission: "public", summary: "Sign in with address and password" }))
    .input(tokenInput)
    .output(tokenDto)
    .mutation(({ ctx, input }) => issueTokens(ctx.deps, input, { address: ctx.facts.address, requestId: ctx.facts.requestId })),
  refresh: publicProcedure
    .meta(rest("POST", "/auth/token/refresh", { permission: "public", summary: "Exchange a refresh token for the next pair" }))
    .input(refreshInput)
    .output(tokenDto)
    .mutation(({ ctx, input }) => rotateRefresh(ctx.deps, input.refreshToken, ctx.facts.requestId)),
  verify: publicProcedure
    .meta(rest("POST", "/auth/token/verify", { permission: "public", summary: "Say whether an access token would be accepted" }))
    .input(verifyInput)
    .output(verifyDto)
    .mutation(({ ctx, input }) => verifyToken(ctx.deps, input.token)),
  logout: personProcedure
    .meta(rest("POST", "/auth/logout", { permission: "person", summary: "End the session", status: 204 }))
    .output(z.void())
    .mutation(({ ctx }) => endSession(ctx.deps, ctx.principal.sessionId, ctx.facts.requestId)),
  me: sessionProcedure
    .meta(rest("GET", "/auth/me", { permission: "signed-in", summary: "Who is calling, and what they may do" }))
    .output(meDto)
    .query(({ ctx }) => toMeDto(ctx.principal)),
  customers: personProcedure
    .meta(internal({ permission: "person" }))
    .output(z.array(myCustomerDto))
    .query(({ ctx }) => listMyCustomers(ctx.deps.db, ctx.principal.userId)),
});
