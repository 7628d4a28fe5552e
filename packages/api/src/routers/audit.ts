import { pageOf } from "@upstream/core";
import { listAuditEntries, verifyAuditChain } from "@upstream/tenancy";
import { auditEventDto, auditVerificationDto, listAuditEventsInput } from "@upstream/tenancy/schemas";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const auditRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/audit-events", { permission: "audit:read", summary: "List audit events, newest first" }))
    .input(listAuditEventsInput)
    .output(pageOf(auditEventDto))
    .query(({ ctx, input }) => listAuditEntries(ctx, input)),
  verify: customerProcedure
    .meta(rest("POST", "/audit-events/verify", { permission: "audit:read", summary: "Recompute the audit chain", isKeyed: false }))
    .output(auditVerificationDto)
    .mutation(({ ctx }) => verifyAuditChain(ctx)),
});
