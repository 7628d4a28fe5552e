import { cancelUpload, getUpload, listUploadIssues, listUploads, uploadStats, voidUpload } from "@upstream/claims";
import {
  issueDto,
  listUploadIssuesInput,
  listUploadsInput,
  uploadDetailDto,
  uploadDto,
  uploadIdInput,
  uploadStatsDto,
} from "@upstream/claims/schemas";
import { pageOf } from "@upstream/core";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const uploadsRouter = router({
  list: customerProcedure
    .meta(rest("GET", "/uploads", { permission: "uploads:read", summary: "List uploads" }))
    .input(listUploadsInput)
    .output(pageOf(uploadDto))
    .query(({ ctx, input }) => listUploads(ctx, input)),
  get: customerProcedure
    .meta(rest("GET", "/uploads/{uploadId}", { permission: "uploads:read", summary: "Get an upload: status, progress, counts, quality" }))
    .input(uploadIdInput)
    .output(uploadDetailDto)
    .query(({ ctx, input }) => getUpload(ctx, input)),
  issues: customerProcedure
    .meta(rest("GET", "/uploads/{uploadId}/issues", { permission: "uploads:read", summary: "List what the rules found in an upload" }))
    .input(listUploadIssuesInput)
    .output(pageOf(issueDto))
    .query(({ ctx, input }) => listUploadIssues(ctx, input)),
  stats: customerProcedure
    .meta(rest("GET", "/uploads/stats", { permission: "uploads:read", summary: "Totals over all uploads" }))
    .output(uploadStatsDto)
    .query(({ ctx }) => uploadStats(ctx)),
  cancel: customerProcedure
    .meta(
      rest("POST", "/uploads/{uploadId}/cancel", {
        permission: "uploads:write",
        summary: "Stop an upload that is not published yet",
        isKeyed: false,
      }),
    )
    .input(uploadIdInput)
    .output(uploadDetailDto)
    .mutation(({ ctx, input }) => cancelUpload(ctx, input)),
  void: customerProcedure
    .meta(
      rest("DELETE", "/uploads/{uploadId}", {
        permission: "uploads:write",
        summary: "Void an upload: its claims leave every figure, its history stays",
      }),
    )
    .input(uploadIdInput)
    .output(uploadDetailDto)
    .mutation(({ ctx, input }) => voidUpload(ctx, input)),
});
