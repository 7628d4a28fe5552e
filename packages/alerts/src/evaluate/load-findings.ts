import type { DriftRunId } from "@upstream/core";
import type { CustomerCtx } from "@upstream/db";
import { runFindings } from "@upstream/drift";
import { toFinding } from "./to-finding.ts";
import type { Finding } from "./finding.ts";

/** What a drift run says about its events, in the words of rules and messages; one statement. */
export async function loadFindings(ctx: CustomerCtx, runId: DriftRunId): Promise<Finding[]> {
  return (await runFindings(ctx, runId)).map(toFinding);
}
