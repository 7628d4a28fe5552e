import type { Outbound } from "@upstream/alerts";
import type { CustomerDeps } from "@upstream/tenancy";

/** What the host gives to background work. */
export type WorkflowDeps = CustomerDeps & { outbound: Outbound };
