import type { AdjustableClock } from "@upstream/core";
import type { Inngest, InngestFunction } from "inngest";
import { expect } from "vitest";
import type { FaultKnob } from "../embedded/call-function.ts";
import type { ServeHandler } from "../embedded/protocol.ts";

export type ObservedRun = { functionId: string; status: string; result: unknown; error: unknown };

/** What a case asks of a driver: start, register, send, observe, stop. */
export type World = {
  inngest: Inngest.Any;
  handler: () => ServeHandler;
  register: (functions: InngestFunction.Any[]) => Promise<void>;
  /** Answers with the id under which the event's runs can be observed. */
  send: (event: { id?: string; name: string; data?: Record<string, unknown> }) => Promise<string>;
  observe: (eventId: string) => Promise<ObservedRun[]>;
  /** Until no call is in flight, so that moving the clock ends nobody's lease. */
  idle: () => Promise<void>;
  /** Moves the world's clock and lets the driver look at it; worlds on real time have none. */
  clock: AdjustableClock | undefined;
  advance: (milliseconds: number) => Promise<void>;
  /** Stops the driver and starts a new one on the same state. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

export type WorldOptions = { faults?: FaultKnob | undefined; sameAppAs?: World | undefined };
export type DriverUnderTest = { name: string; hasClock: boolean; open: (options?: WorldOptions) => Promise<World> };

const PATIENCE = { timeout: 20_000, interval: 20 };

/** The runs of an event once there are `count` and all have ended. */
export async function endedRuns(world: World, eventId: string, count = 1): Promise<ObservedRun[]> {
  const settled = async (): Promise<boolean> => {
    const runs = await world.observe(eventId);
    return runs.length >= count && runs.every((run) => ["completed", "failed", "cancelled"].includes(run.status));
  };
  await expect.poll(settled, PATIENCE).toBe(true);
  return world.observe(eventId);
}

/** What functions under test did, in order, and a way to wait until they have done it. */
export type Journal = {
  entries: string[];
  write: (entry: string) => void;
  reaches: (count: number) => Promise<void>;
  count: (entry: string) => number;
};

export function newJournal(): Journal {
  const entries: string[] = [];
  const waiting = new Map<() => void, number>();
  return {
    entries,
    write: (entry) => {
      entries.push(entry);
      for (const [resolve, count] of waiting) if (entries.length >= count) resolve();
    },
    reaches: (count) =>
      new Promise((resolve) => {
        if (entries.length >= count) return resolve();
        waiting.set(resolve, count);
      }),
    count: (entry) => entries.filter((one) => one === entry).length,
  };
}

/** A gate that steps can stand behind until the test opens it. */
export function newGate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
