import { alertSamples } from "./alerts.ts";
import { authSamples } from "./auth.ts";
import { claimSamples } from "./claims.ts";
import { deliverySamples } from "./deliveries.ts";
import { driftSamples } from "./drift.ts";
import { jobsSamples } from "./jobs.ts";
import { outboxSamples } from "./outbox.ts";
import { tenancySamples } from "./tenancy.ts";
import { uploadSamples } from "./uploads.ts";
import type { Samples } from "./violation.ts";

export { foreignTables } from "./jobs.ts";

/** A valid row of every table and, for each of its constraints, how to break it. */
export const samples: Samples = {
  ...authSamples,
  ...tenancySamples,
  ...outboxSamples,
  ...uploadSamples,
  ...claimSamples,
  ...driftSamples,
  ...alertSamples,
  ...deliverySamples,
  ...jobsSamples,
};
