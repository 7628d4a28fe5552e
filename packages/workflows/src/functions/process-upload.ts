import { failUpload, processUpload as processSlice } from "@upstream/claims";
import { DomainError } from "@upstream/core";
import type { UploadId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import type { FailureEventArgs, GetStepTools, Inngest } from "inngest";
import { uploadCancelled, uploadReceived } from "../events.ts";
import { runAsWorkflow } from "../workflow-ctx.ts";
import { perCustomer } from "./workflow.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "process-upload";
/** About a minute's work. */
const SLICE_ROWS = 1_000_000;

/** `waitSeconds` is set while another worker, perhaps a dead one, still holds the file. */
type Slice = { isFinished: boolean; waitSeconds: number };

type FailureInput = FailureEventArgs & { step: GetStepTools<Inngest> };

async function runSlice(ctx: CustomerCtx, uploadId: UploadId): Promise<Slice> {
  try {
    const { isFinished } = await processSlice(ctx, { uploadId, maxRows: SLICE_ROWS });
    return { isFinished, waitSeconds: 0 };
  } catch (error) {
    if (error instanceof DomainError && error.detail.reason === "upload-busy")
      return { isFinished: false, waitSeconds: error.detail.retryAfterSeconds ?? 5 };
    throw error;
  }
}

/** Takes an upload from its bytes to trusted claims, slice by slice. */
export const processUpload: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction(
    {
      id: name,
      triggers: [uploadReceived],
      retries: 4,
      idempotency: "event.data.uploadId",
      concurrency: [...perCustomer],
      cancelOn: [{ event: uploadCancelled, match: "data.uploadId" }],
      onFailure: async ({ event, step }: FailureInput) => {
        const original = event.data.event;
        const uploadId = original.data["uploadId"] as UploadId;
        await step.run("mark as failed", () =>
          runAsWorkflow(deps, { name, event: original, run: (ctx) => failUpload(ctx, { uploadId, reason: "processing_failed" }) }),
        );
      },
    },
    async ({ event, step }) => {
      const { uploadId } = event.data;
      for (let number = 1; ; number += 1) {
        const slice = await step.run(`slice ${number}`, () => runAsWorkflow(deps, { name, event, run: (ctx) => runSlice(ctx, uploadId) }));
        if (slice.isFinished) return { uploadId, slices: number };
        if (slice.waitSeconds > 0) await step.sleep(`hold ${number}`, slice.waitSeconds * 1000);
      }
    },
  );
