import { systemClock } from "@upstream/core";
import { NonRetriableError, referenceFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { endedRuns, newGate, newJournal } from "../world.ts";
import type { DriverUnderTest } from "../world.ts";

/** Order and memo, parallel steps, invoke, waiting, sending, and what belongs to no run at all. */
export function orderCases(driver: DriverUnderTest): void {
  describe("order", () => {
    it("runs steps in order, each once, and hands every result to the next", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction({ id: "chain", triggers: [{ event: "chain/asked" }] }, async ({ event, step }) => {
        const one = await step.run("one", () => (journal.write("one"), 1));
        const two = await step.run("two", () => (journal.write("two"), one + 1));
        const three = await step.run("three", () => (journal.write("three"), two + Number(event.data["extra"])));
        return { three };
      });
      await world.register([fn]);
      const [run] = await endedRuns(world, await world.send({ name: "chain/asked", data: { extra: 40 } }));
      expect(run).toMatchObject({ status: "completed", result: { three: 42 } });
      expect(journal.entries).toEqual(["one", "two", "three"]);
      await world.stop();
    });

    it("runs parallel steps side by side and goes on when all are done", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const gate = newGate();
      const fn = world.inngest.createFunction({ id: "fan", triggers: [{ event: "fan/asked" }] }, async ({ step }) => {
        const branch = (name: string) =>
          step.run(name, async () => {
            journal.write(name);
            await gate.opened;
            return name;
          });
        const names = await Promise.all([branch("a"), branch("b"), branch("c")]);
        return step.run("join", () => names.join(""));
      });
      await world.register([fn]);
      const id = await world.send({ name: "fan/asked" });
      await journal.reaches(3);
      gate.open();
      const [run] = await endedRuns(world, id);
      expect(run).toMatchObject({ status: "completed", result: "abc" });
      expect([...journal.entries].sort()).toEqual(["a", "b", "c"]);
      await world.stop();
    });

    it("lets a function invoke another and get its answer or its error", async () => {
      const world = await driver.open();
      const half = world.inngest.createFunction({ id: "half", triggers: [{ event: "half/asked" }], retries: 0 }, async ({ event }) => {
        const number = Number(event.data["number"]);
        if (number % 2 === 1) throw new NonRetriableError("odd");
        return number / 2;
      });
      const caller = world.inngest.createFunction({ id: "caller", triggers: [{ event: "caller/asked" }] }, async ({ step }) => {
        const good = await step.invoke("good", { function: half, data: { number: 8 } });
        const bad = await step.invoke("bad", { function: half, data: { number: 7 } }).catch((error: Error) => error.message);
        const missing = referenceFunction({ functionId: "nowhere" });
        const none = await step.invoke("none", { function: missing, data: {} }).catch((error: Error) => error.name);
        return [good, bad, none];
      });
      await world.register([half, caller]);
      const [run] = await endedRuns(world, await world.send({ name: "caller/asked" }));
      expect(run?.status).toBe("completed");
      expect(run?.result).toEqual([4, expect.stringContaining("odd"), expect.any(String)]);
      await world.stop();
    });

    it("wakes a waiting run with the event whose expression holds, and with no other", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction({ id: "waiter", triggers: [{ event: "order/placed" }] }, async ({ step }) => {
        const [paid] = await Promise.all([
          step.waitForEvent("paid", { event: "order/paid", timeout: "1h", if: "event.data.order == async.data.order" }),
          step.run("ask", () => journal.write("asked")),
        ]);
        return paid?.data["amount"] ?? "nothing";
      });
      await world.register([fn]);
      const id = await world.send({ name: "order/placed", data: { order: "o-1" } });
      await journal.reaches(1);
      await world.send({ name: "order/paid", data: { order: "o-2", amount: 1 } });
      await world.send({ name: "order/paid", data: { order: "o-1", amount: 7 } });
      const [run] = await endedRuns(world, id);
      expect(run).toMatchObject({ status: "completed", result: 7 });
      await world.stop();
    });

    it("sends events from inside a run once", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const sender = world.inngest.createFunction({ id: "sender", triggers: [{ event: "sender/asked" }] }, async ({ step }) => {
        await step.sendEvent("pass on", { name: "receiver/asked", data: { from: "sender" } });
        await step.run("after", () => null);
      });
      const receiver = world.inngest.createFunction({ id: "receiver", triggers: [{ event: "receiver/asked" }] }, async ({ event }) =>
        journal.write(String(event.data["from"])),
      );
      await world.register([sender, receiver]);
      await endedRuns(world, await world.send({ name: "sender/asked" }));
      await journal.reaches(1);
      expect(journal.entries).toEqual(["sender"]);
      await world.stop();
    });

    it("starts nothing for an event without listeners", async () => {
      const world = await driver.open();
      const fn = world.inngest.createFunction({ id: "listener", triggers: [{ event: "heard/event" }] }, async () => "heard");
      await world.register([fn]);
      const unheard = await world.send({ name: "unheard/event" });
      await endedRuns(world, await world.send({ name: "heard/event" }));
      expect(await world.observe(unheard)).toEqual([]);
      await world.stop();
    });

    it("has a handler that refuses forged and unsigned calls", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction({ id: "guarded", triggers: [{ event: "guarded/asked" }] }, async () => journal.write("ran"));
      await world.register([fn]);
      const url = "http://127.0.0.1/api/inngest?stepId=step&fnId=";
      const body = JSON.stringify({ version: 2, event: { name: "x", data: {} }, events: [], steps: {}, ctx: { run_id: "r", attempt: 0 } });
      const call = (headers: Record<string, string>) =>
        world.handler()(new Request(`${url}${fn.id("app")}`, { method: "POST", body, headers: { host: "127.0.0.1", ...headers } }));
      expect((await call({})).status).toBe(401);
      expect(
        (await call({ "x-inngest-signature": `t=${Math.floor(systemClock.now().getTime() / 1000)}&s=${"0".repeat(64)}` })).status,
      ).toBe(401);
      expect(journal.entries).toEqual([]);
      await world.stop();
    });
  });
}
