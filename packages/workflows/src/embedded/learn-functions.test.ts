import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { describe, expect, it } from "vitest";
import { learnFunctions } from "./learn-functions.ts";
import { newSigningKey } from "./sign-request.ts";

const url = new URL("http://embedded.invalid/api/inngest");
const quiet = { info() {}, warn() {}, error() {}, debug() {} };

function client(signingKey: string): Inngest {
  return new Inngest({ id: "app", baseUrl: url.origin, eventKey: "key", signingKey, isDev: false, checkpointing: false, logger: quiet });
}

describe("learning the functions by their registration", () => {
  it("reads triggers, limits, retries, cancelling and the failure handler", async () => {
    const signingKey = newSigningKey();
    const inngest = client(signingKey);
    const fn = inngest.createFunction(
      {
        id: "work",
        triggers: [{ event: "a/b", if: "event.data.x == 1" }, { cron: "TZ=Europe/Zurich 0 6 * * 1" }],
        retries: 2,
        idempotency: "event.data.id",
        concurrency: [{ key: "event.data.c", limit: 1 }, { limit: 4 }],
        cancelOn: [{ event: "a/cancelled", match: "data.id" }],
        onFailure: () => undefined,
      },
      async () => null,
    );
    const table = await learnFunctions(serve({ client: inngest, functions: [fn] }), { url, signingKey });
    expect([...table.keys()]).toEqual(["app-work", "app-work-failure"]);
    expect(table.get("app-work")).toMatchObject({ maxAttempts: 3, concurrency: [{ limit: 1 }, { limit: 4, key: undefined }] });
    expect(table.get("app-work")?.crons[0]?.schedule).toEqual({ zone: "Europe/Zurich", expression: "0 6 * * 1" });
    expect(table.get("app-work")?.cancellations[0]?.event).toBe("a/cancelled");
    expect(table.get("app-work-failure")?.maxAttempts).toBe(2);
  });

  it.each([
    ["debounce", { debounce: { period: "1m" as const } }],
    ["throttle", { throttle: { limit: 1, period: "1m" as const } }],
    ["batchEvents", { batchEvents: { maxSize: 10, timeout: "5s" as const } }],
    ["priority", { priority: { run: "1" } }],
    ["singleton", { singleton: { mode: "skip" as const } }],
  ])("stops at %s, which it does not support, and says its name", async (option, options) => {
    const signingKey = newSigningKey();
    const inngest = client(signingKey);
    const fn = inngest.createFunction({ id: "exotic", triggers: [{ event: "a/b" }], ...options }, async () => null);
    await expect(learnFunctions(serve({ client: inngest, functions: [fn] }), { url, signingKey })).rejects.toThrow(
      new RegExp(`app-exotic.*${option}`),
    );
  });

  it("stops when the handler does not know its key", async () => {
    const inngest = client(newSigningKey());
    await expect(learnFunctions(serve({ client: inngest, functions: [] }), { url, signingKey: newSigningKey() })).rejects.toThrow("401");
  });
});
