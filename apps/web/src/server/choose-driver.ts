import type { DriverChoice } from "@upstream/workflows";
import type { Env } from "../env.ts";

/** An Inngest server where one is configured, else the embedded executor over PostgreSQL. */
export function chooseDriver(env: Env): DriverChoice {
  const { INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: eventKey } = env;
  if (signingKey !== undefined && eventKey !== undefined) {
    return { kind: "inngest", baseUrl: env.INNGEST_BASE_URL, eventKey, signingKey, appUrl: env.UPSTREAM_URL };
  }
  if (env.DATABASE_JOBS_URL === undefined) throw new Error("INNGEST_SIGNING_KEY needs INNGEST_EVENT_KEY beside it");
  return { kind: "embedded", jobsUrl: env.DATABASE_JOBS_URL };
}
