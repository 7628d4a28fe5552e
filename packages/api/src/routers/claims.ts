import { getClaim, listClaimHistory, listClaims, payerSummary, payerTrend, revealPhi } from "@upstream/claims";
import {
  claimDetailDto,
  claimDto,
  claimIdInput,
  claimVersionDto,
  listClaimHistoryInput,
  listClaimsInput,
  payerSummaryDto,
  payerSummaryInput,
  payerTrendDto,
  payerTrendInput,
  revealPhiInput,
  revealedPhiDto,
} from "@upstream/claims/schemas";
import { pageOf } from "@upstream/core";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const claimsRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/claims", { permission: "claims:read", summary: "List claims" }))
    .input(listClaimsInput)
    .output(pageOf(claimDto))
    .query(({ ctx, input }) => listClaims(ctx, input)),
  get: customerProcedure
    .meta(rest("GET", "/claims/{claimId}", { permission: "claims:read", summary: "Get a claim; patient fields are named, not shown" }))
    .input(claimIdInput)
    .output(claimDetailDto)
    .query(({ ctx, input }) => getClaim(ctx, input)),
  history: customerProcedure
    .meta(rest("GET", "/claims/{claimId}/history", { permission: "claims:read", summary: "List the versions of a claim" }))
    .input(listClaimHistoryInput)
    .output(pageOf(claimVersionDto))
    .query(({ ctx, input }) => listClaimHistory(ctx, input)),
  payerSummary: customerProcedure
    .meta(rest("GET", "/claims/payer-summary", { permission: "claims:read", summary: "Counts, denial rate and sums per payer" }))
    .input(payerSummaryInput)
    .output(payerSummaryDto)
    .query(({ ctx, input }) => payerSummary(ctx, input)),
  payerTrend: customerProcedure
    .meta(rest("GET", "/claims/payer-trend", { permission: "claims:read", summary: "Paid and denied claims per payer and week" }))
    .input(payerTrendInput)
    .output(payerTrendDto)
    .query(({ ctx, input }) => payerTrend(ctx, input)),
  revealPhi: customerProcedure
    .meta(
      rest("POST", "/claims/{claimId}/reveal-phi", {
        permission: "phi:reveal",
        summary: "Show the patient fields of a claim; each look is in the audit log",
        isKeyed: false,
      }),
    )
    .input(revealPhiInput)
    .output(revealedPhiDto)
    .mutation(({ ctx, input }) => revealPhi(ctx, input)),
});
