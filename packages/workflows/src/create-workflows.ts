import { serve } from "inngest/edge";
import { createClient } from "./client.ts";
import { createEmbedded } from "./embedded/create-embedded.ts";
import type { EmbeddedExecutor } from "./embedded/create-embedded.ts";
import type { ServeHandler } from "./embedded/protocol.ts";
import type { FunctionLoad } from "./embedded/read-jobs.ts";
import { signedRequest } from "./embedded/sign-request.ts";
import { functions } from "./functions/index.ts";
import { startRelay } from "./relay-outbox.ts";
import type { Relay } from "./relay-outbox.ts";
import type { WorkflowDeps } from "./workflow-deps.ts";

type ServerChoice = {
  kind: "inngest";
  /** A self-hosted server; Inngest's cloud when absent. */
  baseUrl?: string | undefined;
  eventKey: string;
  signingKey: string;
  /** Where the driver reaches this application's `/api/inngest`. */
  appUrl: string;
};
type EmbeddedChoice = {
  kind: "embedded";
  /** Signs in as `app_jobs`. */
  jobsUrl: string;
  /** Runs advanced at one time by this process. */
  maxRuns?: number | undefined;
  /** How often it looks for due work by itself, should a notification be lost. */
  pollMs?: number | undefined;
};
/** An Inngest server or cloud, or the embedded executor over PostgreSQL. */
export type DriverChoice = EmbeddedChoice | ServerChoice;

export type Workflows = {
  driver: DriverChoice["kind"];
  /** Answers `/api/inngest`, for signed calls only. */
  serve: ServeHandler;
  /** Starts the driver when it is ours, registers with it when it is not, and starts the outbox relay. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Counts and ages per function; null when another system keeps them. */
  load: () => Promise<FunctionLoad[] | null>;
};

async function register(deps: WorkflowDeps, handler: ServeHandler, choice: ServerChoice): Promise<void> {
  const url = new URL("/api/inngest", choice.appUrl);
  const response = await handler(signedRequest("PUT", url, { body: { url: url.href }, signingKey: choice.signingKey }));
  if (response.status !== 200) deps.logger.warn("The Inngest server did not take the registration", { status: response.status });
}

function build(deps: WorkflowDeps, connection: Parameters<typeof createClient>[0], embedded?: EmbeddedExecutor) {
  const client = createClient(connection, deps.logger);
  const made = functions.map((create) => create({ inngest: client, deps, embedded }));
  return { client, handler: serve({ client, enableUnauthedSync: false, functions: made }) };
}

function onEmbedded(deps: WorkflowDeps, choice: EmbeddedChoice) {
  const { jobsUrl, maxRuns, pollMs } = choice;
  const embedded = createEmbedded({ jobsUrl, maxRuns, pollMs, logger: deps.logger, clock: deps.clock });
  const { client, handler } = build(deps, embedded.client, embedded);
  return { client, handler, start: () => embedded.start(handler), stop: () => embedded.stop(), load: () => embedded.load() };
}

function onServer(deps: WorkflowDeps, choice: ServerChoice) {
  const { client, handler } = build(deps, choice);
  return { client, handler, start: () => register(deps, handler, choice), stop: async () => undefined, load: async () => null };
}

/** Puts background work together for a host: one set of functions, on the driver it chose. */
export function createWorkflows(deps: WorkflowDeps, choice: DriverChoice): Workflows {
  const driver = choice.kind === "embedded" ? onEmbedded(deps, choice) : onServer(deps, choice);
  let relay: Relay | undefined;
  return {
    driver: choice.kind,
    serve: driver.handler,
    start: async () => {
      await driver.start();
      relay = startRelay(deps, driver.client);
      deps.logger.info("Background work has started", { driver: choice.kind });
    },
    stop: async () => {
      await relay?.stop();
      await driver.stop();
    },
    load: driver.load,
  };
}
