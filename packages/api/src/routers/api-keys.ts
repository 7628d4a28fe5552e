import { pageOf } from "@upstream/core";
import { issueApiKey, listApiKeys, revokeApiKey } from "@upstream/tenancy";
import { apiKeyDto, apiKeyIdInput, issueApiKeyInput, issuedApiKeyDto, listApiKeysInput } from "@upstream/tenancy/schemas";
import { z } from "zod";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const apiKeysRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/api-keys", { permission: "api-keys:admin", summary: "List API keys" }))
    .input(listApiKeysInput)
    .output(pageOf(apiKeyDto))
    .query(({ ctx, input }) => listApiKeys(ctx, input)),
  issue: customerProcedure
    .meta(
      rest("POST", "/api-keys", { permission: "api-keys:admin", summary: "Issue an API key; its secret is answered once", status: 201 }),
    )
    .input(issueApiKeyInput)
    .output(issuedApiKeyDto)
    .mutation(({ ctx, input }) => issueApiKey(ctx, input)),
  revoke: customerProcedure
    .meta(rest("DELETE", "/api-keys/{apiKeyId}", { permission: "api-keys:admin", summary: "Revoke an API key" }))
    .input(apiKeyIdInput)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeApiKey(ctx, input)),
});
