import type { Clock, Logger } from "@upstream/core";
import { errorWord } from "@upstream/core";
import { setTimeout as wait } from "node:timers/promises";
import { claimRuns, extendLeases } from "./claim-runs.ts";
import type { CronTable } from "./fire-crons.ts";
import { advanceRun } from "./run-function.ts";
import type { RunnerDeps } from "./run-function.ts";
import type { HeldRun } from "./run-store.ts";

export type QueueDeps = Omit<RunnerDeps, "isStopping"> & {
  clock: Clock;
  logger: Logger;
  crons: CronTable;
  maxRuns: number;
  pollMs: number;
  graceMs: number;
};

export type Queue = {
  /** Says that something may be due; safe to call at any time and any number of times. */
  poke: () => void;
  /** Takes no new runs and lets go of the held ones after their calls in flight; one that takes too long is left to its lease. */
  stop: () => Promise<void>;
};

class RunQueue {
  readonly #deps: QueueDeps;
  readonly #held = new Map<HeldRun, Promise<void>>();
  readonly #timers: NodeJS.Timeout[];
  #isWanted = false;
  #isStopping = false;
  #pump: Promise<void> | undefined;

  constructor(deps: QueueDeps) {
    this.#deps = deps;
    this.#timers = [setInterval(() => this.poke(), deps.pollMs), setInterval(() => void this.#heartbeat(), deps.leaseMs / 3)];
  }

  poke(): void {
    this.#isWanted = true;
    if (this.#isStopping || this.#pump !== undefined) return;
    this.#pump = this.#run().finally(() => {
      this.#pump = undefined;
      if (this.#isWanted) this.poke();
    });
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#pump;
    await Promise.race([Promise.all(this.#held.values()), wait(this.#deps.graceMs, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    while (this.#isWanted && !this.#isStopping) {
      this.#isWanted = false;
      try {
        await this.#fireCrons();
        await this.#claim();
      } catch (error) {
        this.#deps.logger.warn("job queue could not be read", { error: errorWord(error) });
      }
    }
  }

  async #fireCrons(): Promise<void> {
    const { crons, clock, db } = this.#deps;
    const before = crons.next();
    await crons.fire(clock.now());
    const next = crons.next();
    if (next !== null && next.getTime() !== before?.getTime()) await db.wakeAt(next);
  }

  async #claim(): Promise<void> {
    const { db, table, clock, leaseMs, maxRuns } = this.#deps;
    const capacity = maxRuns - this.#held.size;
    if (capacity <= 0) return;
    const now = clock.now();
    const runs = await claimRuns(db, table, { capacity, now, leaseUntil: new Date(now.getTime() + leaseMs) });
    for (const run of runs) this.#held.set(run, this.#advance(run));
  }

  async #advance(run: HeldRun): Promise<void> {
    try {
      await advanceRun({ ...this.#deps, isStopping: () => this.#isStopping }, run);
    } catch (error) {
      this.#deps.logger.warn("run was let go without an answer", { runId: run.id, workflow: run.functionId, error: errorWord(error) });
    } finally {
      this.#held.delete(run);
      this.poke();
    }
  }

  async #heartbeat(): Promise<void> {
    const { db, clock, leaseMs, logger } = this.#deps;
    if (this.#held.size === 0) return;
    try {
      await extendLeases(db.sql, [...this.#held.keys()], new Date(clock.now().getTime() + leaseMs));
    } catch (error) {
      logger.warn("leases could not be prolonged", { error: errorWord(error) });
    }
  }
}

/** Keeps claiming due runs and advancing them, as many at a time as `maxRuns`. */
export function createQueue(deps: QueueDeps): Queue {
  const queue = new RunQueue(deps);
  return { poke: () => queue.poke(), stop: () => queue.stop() };
}
