import type { Outbound } from "@upstream/alerts";
import type { RateLimiter, inCustomer, readInCustomer, runIdempotent } from "@upstream/db";
import type { AuthDeps } from "@upstream/tenancy";

/** What the host injects; the API itself opens no connection and knows no environment. */
export type ApiDeps = AuthDeps & {
  rateLimiter: RateLimiter;
  runIdempotent: typeof runIdempotent;
  readInCustomer: typeof readInCustomer;
  inCustomer: typeof inCustomer;
  /** Mail and guarded HTTP, for tests of channels and checks of addresses. */
  outbound: Outbound;
  /** Largest claim file in bytes. */
  uploadLimitBytes: number;
  /** Address of the last trusted hop. */
  addressOf: (request: Request) => string;
};
