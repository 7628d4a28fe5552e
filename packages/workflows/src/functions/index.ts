import { dailyScan } from "./daily-scan.ts";
import { deliver } from "./deliver.ts";
import { evaluateAlerts } from "./evaluate-alerts.ts";
import { planWebhooks } from "./plan-webhooks.ts";
import { processUpload } from "./process-upload.ts";
import { purge } from "./purge.ts";
import { scanDrift } from "./scan-drift.ts";
import { sweepDeliveries } from "./sweep-deliveries.ts";
import { sweepRuns } from "./sweep-runs.ts";
import { sweepUploads } from "./sweep-uploads.ts";
import { tellSessionEnded } from "./tell-session-ended.ts";
import { weeklyScan } from "./weekly-scan.ts";
import type { WorkflowFactory } from "./workflow.ts";

/** Every workflow of the product, on every driver. */
export const functions: readonly WorkflowFactory[] = [
  processUpload,
  scanDrift,
  evaluateAlerts,
  planWebhooks,
  deliver,
  tellSessionEnded,
  dailyScan,
  weeklyScan,
  sweepUploads,
  sweepRuns,
  sweepDeliveries,
  purge,
];
