import { driftRunRequested } from "@upstream/drift";
import { readInCustomer } from "@upstream/db";
import type { CustomerCtx } from "@upstream/db";
import { emitOnce } from "../emit-once.ts";
import { inEachCustomer, listCustomerZones } from "../in-each-customer.ts";
import type { WorkflowFactory } from "./workflow.ts";

const name = "sweep-runs";
/** A published upload that no drift run has looked at for so long was lost on the way, for example by a change of driver. */
const LOST_MINUTES = 30;

const UNSEEN = `
SELECT u.id::text AS "uploadId" FROM uploads u
WHERE u.customer_id = $1 AND u.status = 'COMMITTED' AND u.published_at <= $2::timestamptz - make_interval(mins => ${LOST_MINUTES})
  AND NOT EXISTS (SELECT 1 FROM drift_runs r WHERE r.customer_id = u.customer_id AND r.started_at >= u.published_at)
ORDER BY u.published_at DESC LIMIT 1`;

async function wakeLostRun(ctx: CustomerCtx): Promise<void> {
  const [unseen] = await readInCustomer(ctx, (query) =>
    query.rows<{ uploadId: string }>("sweep-runs", UNSEEN, [ctx.customerId, ctx.clock.now()]),
  );
  if (unseen !== undefined) await emitOnce(ctx, `unseen:${unseen.uploadId}`, driftRunRequested({ kind: "upload" }));
}

/** Every half hour, asks for the drift run that should have followed an upload and did not; once for each upload. */
export const sweepRuns: WorkflowFactory = ({ inngest, deps }) =>
  inngest.createFunction(
    { id: name, triggers: [{ cron: "*/30 * * * *" }], retries: 0, concurrency: 1 },
    async ({ step, runId: requestId }) =>
      step.run("sweep", async () => inEachCustomer(deps, await listCustomerZones(deps), { name, requestId, run: wakeLostRun })),
  );
