import { jitter, randomToken, systemClock } from "@upstream/core";
import type { Clock, Logger } from "@upstream/core";
import { errorWord } from "@upstream/core";
import { acceptEvents } from "./accept-events.ts";
import { createCaller } from "./call-function.ts";
import type { FaultKnob } from "./call-function.ts";
import { createEventEndpoint } from "./event-endpoint.ts";
import { createCronTable } from "./fire-crons.ts";
import { openJobsDb } from "./jobs-db.ts";
import type { JobsDb } from "./jobs-db.ts";
import { learnFunctions } from "./learn-functions.ts";
import type { FunctionTable } from "./learn-functions.ts";
import type { EventRecord, ServeHandler } from "./protocol.ts";
import { purgeRuns } from "./purge-runs.ts";
import type { PurgedRuns } from "./purge-runs.ts";
import { createQueue } from "./queue.ts";
import type { Queue } from "./queue.ts";
import { readJobLoad, readRunsOfEvent } from "./read-jobs.ts";
import type { FunctionLoad, RunView } from "./read-jobs.ts";
import { newSigningKey } from "./sign-request.ts";

export type EmbeddedKeys = { signingKey: string; eventKey: string };

export type EmbeddedOptions = {
  /** Signs in as `app_jobs`. */
  jobsUrl: string;
  logger: Logger;
  clock?: Clock | undefined;
  /** Made at start when absent. */
  keys?: EmbeddedKeys | undefined;
  /** Runs advanced at one time by this process. */
  maxRuns?: number | undefined;
  /** How long a run stays with a process that has died, at most. */
  leaseMs?: number | undefined;
  pollMs?: number | undefined;
  /** How long `stop` waits for calls in flight. */
  graceMs?: number | undefined;
  backoffMs?: ((attempt: number) => number) | undefined;
  faults?: FaultKnob | undefined;
};

export type EmbeddedExecutor = {
  /** What the Inngest client needs to talk to this executor instead of a server. */
  client: { baseUrl: string; eventKey: string; signingKey: string; fetch: typeof fetch };
  start: (handler: ServeHandler) => Promise<void>;
  poke: () => void;
  load: () => Promise<FunctionLoad[]>;
  runsOf: (eventId: string) => Promise<RunView[]>;
  purge: (keepMs: number) => Promise<PurgedRuns>;
  stop: () => Promise<void>;
};

const BASE_URL = "http://embedded.invalid/";
const BACKOFF_SECONDS = [10, 30, 60, 120, 300, 600, 1200, 1800, 3600];

/** The delay before the next attempt, growing from ten seconds to an hour, with jitter. */
export function defaultBackoffMs(attempt: number): number {
  return jitter((BACKOFF_SECONDS[attempt] ?? 3600) * 1000);
}

/** Fresh keys for one executor and its client. */
export function newKeys(): EmbeddedKeys {
  return { signingKey: newSigningKey(), eventKey: randomToken(24) };
}

type Running = { db: JobsDb; table: FunctionTable; queue: Queue };

class Embedded {
  readonly #options: EmbeddedOptions;
  readonly #clock: Clock;
  readonly keys: EmbeddedKeys;
  #running: Running | undefined;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.keys = options.keys ?? newKeys();
  }

  get running(): Running {
    if (this.#running === undefined) throw new Error("The embedded executor is not running");
    return this.#running;
  }

  now(): Date {
    return this.#clock.now();
  }

  async start(handler: ServeHandler): Promise<void> {
    const { logger, maxRuns = 16 } = this.#options;
    const url = new URL("/api/inngest", BASE_URL);
    const table = await learnFunctions(handler, { url, signingKey: this.keys.signingKey });
    const db = await openJobsDb({
      jobsUrl: this.#options.jobsUrl,
      maxConnections: Math.min(maxRuns, 10),
      onError: (error) => logger.warn("job database reported an error", { error: errorWord(error) }),
    });
    const queue = createQueue({
      db,
      table,
      logger,
      maxRuns,
      clock: this.#clock,
      crons: createCronTable(db, table),
      call: createCaller({ handler, url, signingKey: this.keys.signingKey, faults: this.#options.faults }),
      leaseMs: this.#options.leaseMs ?? 30_000,
      pollMs: this.#options.pollMs ?? 5_000,
      graceMs: this.#options.graceMs ?? 25_000,
      backoffMs: this.#options.backoffMs ?? defaultBackoffMs,
    });
    this.#running = { db, table, queue };
    await db.listen(() => queue.poke());
    queue.poke();
  }

  async accept(events: EventRecord[]): Promise<void> {
    const { db, table, queue } = this.running;
    await acceptEvents(db, table, { events, now: this.now() });
    queue.poke();
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.queue.stop();
    await running?.db.close();
  }
}

/** The default driver: plays the Inngest server's half of the protocol over PostgreSQL, inside this process. */
export function createEmbedded(options: EmbeddedOptions): EmbeddedExecutor {
  const embedded = new Embedded(options);
  const endpoint = createEventEndpoint({
    eventKey: embedded.keys.eventKey,
    now: () => embedded.now(),
    accept: (events) => embedded.accept(events),
  });
  return {
    client: {
      baseUrl: BASE_URL,
      ...embedded.keys,
      fetch: (input, init) => endpoint(new Request(input, init)),
    },
    start: (handler) => embedded.start(handler),
    poke: () => embedded.running.queue.poke(),
    load: () => readJobLoad(embedded.running.db.sql, embedded.now()),
    runsOf: (eventId) => readRunsOfEvent(embedded.running.db.sql, eventId),
    purge: (keepMs) => purgeRuns(embedded.running.db.sql, embedded.running.table, { now: embedded.now(), keepMs }),
    stop: () => embedded.stop(),
  };
}
