import type { bulkInCustomer } from "@upstream/db";

/** A connection inside an open customer transaction, for COPY and set-wise statements. */
export type BulkClient = Parameters<Parameters<typeof bulkInCustomer>[1]>[0];
