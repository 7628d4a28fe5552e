import { describe, expect, it } from "vitest";
import type { Fault } from "../../embedded/call-function.ts";
import { endedRuns, newGate, newJournal } from "../world.ts";
import type { DriverUnderTest } from "../world.ts";

const LEASE_MS = 30_000;

/** What a network and a crash do to calls; only a driver with fault knobs can show it. */
export function faultCases(driver: DriverUnderTest): void {
  describe.skipIf(!driver.hasClock)("faults", () => {
    it("keeps one memo when a step is called twice at one time", async () => {
      const journal = newJournal();
      const world = await driver.open({ faults: (call) => (call.memos.size === 0 ? "duplicate-call" : undefined) });
      const fn = world.inngest.createFunction({ id: "twice", triggers: [{ event: "twice/asked" }] }, async ({ step }) => {
        const number = await step.run("count", () => (journal.write("counted"), journal.entries.length));
        const passedOn = await step.run("pass on", () => number);
        return { number, passedOn };
      });
      await world.register([fn]);
      const [run] = await endedRuns(world, await world.send({ name: "twice/asked" }));
      // Which of the two calls came first nobody can say.
      const kept = (run?.result as { number: number } | undefined)?.number;
      expect([1, 2]).toContain(kept);
      expect(run).toMatchObject({ status: "completed", result: { number: kept, passedOn: kept } });
      expect(journal.count("counted")).toBe(2);
      await world.stop();
    });

    it("calls a step again when its answer was lost, once its lease has ended", async () => {
      const journal = newJournal();
      const effects = new Set<string>();
      const faults: Array<Fault | undefined> = ["drop-answer", undefined];
      const world = await driver.open({ faults: () => faults.shift() });
      const fn = world.inngest.createFunction({ id: "lossy", triggers: [{ event: "lossy/asked" }] }, async ({ event, step }) =>
        step.run("effect", () => {
          journal.write("called");
          effects.add(event.id ?? "");
          return effects.size;
        }),
      );
      await world.register([fn]);
      const id = await world.send({ name: "lossy/asked" });
      await journal.reaches(1);
      await world.advance(LEASE_MS - 1);
      expect(journal.entries).toHaveLength(1);
      await expect
        .poll(async () => {
          await world.advance(LEASE_MS);
          return journal.entries.length;
        })
        .toBe(2);
      expect((await endedRuns(world, id))[0]).toMatchObject({ status: "completed", result: 1 });
      await world.stop();
    });

    it("does not take an answer that comes after another executor has gone on", async () => {
      const journal = newJournal();
      const late = newGate();
      let isFirst = true;
      const world = await driver.open({
        faults: () => {
          const fault = isFirst ? { holdUntil: late.opened } : undefined;
          isFirst = false;
          return fault;
        },
      });
      const define = (inngest: typeof world.inngest) =>
        inngest.createFunction({ id: "fenced", triggers: [{ event: "fenced/asked" }] }, async ({ step }) =>
          step.run("step", () => (journal.write("called"), journal.entries.length)),
        );
      await world.register([define(world.inngest)]);
      const id = await world.send({ name: "fenced/asked" });
      await expect.poll(async () => (await world.observe(id))[0]?.status).toBe("active");
      const rescuer = await driver.open({ sameAppAs: world });
      await rescuer.register([define(rescuer.inngest)]);
      await rescuer.advance(2 * LEASE_MS);
      expect((await endedRuns(rescuer, id))[0]).toMatchObject({ status: "completed", result: 1 });
      late.open();
      await journal.reaches(2);
      await world.stop();
      expect((await rescuer.observe(id))[0]).toMatchObject({ status: "completed", result: 1 });
      await rescuer.stop();
    });

    it("counts a run that no executor survives as failed and tells its failure handler", async () => {
      const journal = newJournal();
      const world = await driver.open({ faults: (call) => (call.functionId.endsWith("-failure") ? undefined : "drop-answer") });
      const fn = world.inngest.createFunction(
        { id: "killer", triggers: [{ event: "killer/asked" }], onFailure: () => journal.write("failed") },
        async () => null,
      );
      await world.register([fn]);
      const id = await world.send({ name: "killer/asked" });
      const ends = async (): Promise<string | undefined> => {
        await world.advance(2 * LEASE_MS);
        return (await world.observe(id))[0]?.status;
      };
      await expect.poll(ends, { timeout: 10_000, interval: 20 }).toBe("failed");
      await journal.reaches(1);
      await world.stop();
    });
  });
}
