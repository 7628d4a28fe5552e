import { fixedClock, silentLogger } from "@upstream/core";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { createEmbedded, newKeys } from "../embedded/create-embedded.ts";
import type { EmbeddedExecutor } from "../embedded/create-embedded.ts";
import type { ServeHandler } from "../embedded/protocol.ts";
import { expect } from "vitest";
import type { World, WorldOptions } from "./world.ts";

const START = "2026-03-02T12:00:00.000Z";
export const quietLogger = { info() {}, warn() {}, error() {}, debug() {} };
let opened = 0;

/** One embedded executor on a clock of its own; every world has an app of its own in the same tables. */
export async function openEmbeddedWorld(jobsUrl: string, options: WorldOptions = {}): Promise<World> {
  opened += 1;
  const appId = options.sameAppAs?.inngest.id ?? `contract-${opened}`;
  const clock = fixedClock(START);
  const keys = newKeys();
  let handler: ServeHandler | undefined;
  const create = (): EmbeddedExecutor =>
    createEmbedded({ jobsUrl, clock, keys, logger: silentLogger, backoffMs: (attempt) => 10_000 * 2 ** attempt, faults: options.faults });
  let executor = create();
  const inngest = new Inngest({
    id: appId,
    baseUrl: executor.client.baseUrl,
    ...keys,
    fetch: (input, init) => executor.client.fetch(input, init),
    isDev: false,
    checkpointing: false,
    logger: quietLogger,
  });
  const served = (): ServeHandler => {
    if (handler === undefined) throw new Error("Nothing is registered");
    return handler;
  };
  return {
    inngest,
    clock,
    handler: served,
    register: (functions) => {
      handler = serve({ client: inngest, functions });
      return executor.start(handler);
    },
    send: async (event) => (await inngest.send(event)).ids[0] ?? "",
    observe: (eventId) => executor.runsOf(eventId),
    idle: () =>
      expect
        .poll(async () => (await executor.load()).every((one) => one.running === 0 && one.due === 0), { timeout: 10_000, interval: 10 })
        .toBe(true),
    advance: async (milliseconds) => {
      clock.advance(milliseconds);
      executor.poke();
    },
    restart: async () => {
      await executor.stop();
      executor = create();
      await executor.start(served());
    },
    stop: () => executor.stop(),
  };
}
