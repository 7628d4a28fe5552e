import { describe, expect, it } from "vitest";
import { endedRuns, newGate, newJournal } from "../world.ts";
import type { DriverUnderTest } from "../world.ts";

/** Idempotency, concurrency, cancelling, and many events at once. */
export function limitCases(driver: DriverUnderTest): void {
  describe("limits", () => {
    it("starts one run for an idempotency key and one for an event id", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const keyed = world.inngest.createFunction(
        { id: "keyed", triggers: [{ event: "keyed/asked" }], idempotency: "event.data.uploadId" },
        async ({ event }) => journal.write(String(event.data["uploadId"])),
      );
      const plain = world.inngest.createFunction({ id: "plain", triggers: [{ event: "plain/asked" }] }, async () => journal.write("plain"));
      await world.register([keyed, plain]);
      const first = await world.send({ name: "keyed/asked", data: { uploadId: "u-1" } });
      const again = await world.send({ name: "keyed/asked", data: { uploadId: "u-1" } });
      const other = await world.send({ name: "keyed/asked", data: { uploadId: "u-2" } });
      const sent = await world.send({ id: `once-${first}`, name: "plain/asked" });
      await world.send({ id: `once-${first}`, name: "plain/asked" });
      for (const id of [first, other, sent]) await endedRuns(world, id);
      expect((await world.observe(again)).filter((run) => run.status === "completed")).toEqual([]);
      expect([...journal.entries].sort()).toEqual(["plain", "u-1", "u-2"]);
      await world.stop();
    });

    it("never lets two runs of one key overlap, nor more than the limit in all, first come first served", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const gate = newGate();
      const inside = new Map<string, number>();
      const peaks = { perKey: 0, inAll: 0 };
      const enter = (key: string, change: number): void => {
        inside.set(key, (inside.get(key) ?? 0) + change);
        peaks.perKey = Math.max(peaks.perKey, inside.get(key) ?? 0);
        peaks.inAll = Math.max(
          peaks.inAll,
          [...inside.values()].reduce((sum, count) => sum + count, 0),
        );
      };
      const fn = world.inngest.createFunction(
        { id: "limited", triggers: [{ event: "limited/asked" }], concurrency: [{ key: "event.data.customerId", limit: 1 }, { limit: 2 }] },
        async ({ event, step }) =>
          step.run("work", async () => {
            const key = String(event.data["customerId"]);
            enter(key, 1);
            journal.write(`${key}${String(event.data["number"])}`);
            if (journal.entries.length <= 2) await gate.opened;
            await new Promise(setImmediate);
            enter(key, -1);
          }),
      );
      await world.register([fn]);
      const ids: string[] = [];
      for (const number of [1, 2, 3])
        for (const customerId of ["a", "b", "c"]) ids.push(await world.send({ name: "limited/asked", data: { customerId, number } }));
      await journal.reaches(2);
      gate.open();
      for (const id of ids) await endedRuns(world, id);
      expect(peaks).toEqual({ perKey: 1, inAll: 2 });
      for (const key of ["a", "b", "c"])
        expect(journal.entries.filter((entry) => entry.startsWith(key))).toEqual([`${key}1`, `${key}2`, `${key}3`]);
      await world.stop();
    });

    it("cancels what sleeps, what waits and what is queued, and nobody else's", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const gate = newGate();
      const cancelOn = [{ event: "job/cancelled", if: "event.data.job == async.data.job" }];
      const mark = (name: string) => () => journal.write(name);
      const sleeper = world.inngest.createFunction({ id: "asleep", triggers: [{ event: "asleep/asked" }], cancelOn }, async ({ step }) => {
        await Promise.all([step.sleep("long", "1h"), step.run("here", mark("sleeps"))]);
        await step.run("never", mark("woke"));
      });
      const waiter = world.inngest.createFunction(
        { id: "awaiting", triggers: [{ event: "awaiting/asked" }], cancelOn },
        async ({ step }) => {
          await Promise.all([step.waitForEvent("sign", { event: "never/sent", timeout: "1h" }), step.run("here", mark("waits"))]);
          await step.run("never", mark("went on"));
        },
      );
      const queued = world.inngest.createFunction(
        { id: "queued", triggers: [{ event: "queued/asked" }], cancelOn, concurrency: 1 },
        async ({ event, step }) =>
          step.run("work", async () => {
            journal.write(`works ${String(event.data["job"])}`);
            await gate.opened;
          }),
      );
      await world.register([sleeper, waiter, queued]);
      const asleep = await world.send({ name: "asleep/asked", data: { job: "j-1" } });
      const awaiting = await world.send({ name: "awaiting/asked", data: { job: "j-1" } });
      const working = await world.send({ name: "queued/asked", data: { job: "j-2" } });
      await journal.reaches(3);
      const behind = await world.send({ name: "queued/asked", data: { job: "j-1" } });
      await world.send({ name: "job/cancelled", data: { job: "j-1" } });
      for (const id of [asleep, awaiting, behind]) expect((await endedRuns(world, id))[0]?.status).toBe("cancelled");
      gate.open();
      expect((await endedRuns(world, working))[0]?.status).toBe("completed");
      expect([...journal.entries].sort()).toEqual(["sleeps", "waits", "works j-2"]);
      await world.stop();
    });

    it("takes in a thousand events at once and runs each once", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction({ id: "many", triggers: [{ event: "many/asked" }] }, async ({ event }) =>
        journal.write(String(event.data["number"])),
      );
      await world.register([fn]);
      const events = Array.from({ length: 1000 }, (_, number) => ({ name: "many/asked", data: { number } }));
      await world.inngest.send(events);
      await journal.reaches(1000);
      expect(new Set(journal.entries).size).toBe(1000);
      await world.stop();
    });
  });
}
