import { NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, it } from "vitest";
import { endedRuns, newJournal } from "../world.ts";
import type { DriverUnderTest } from "../world.ts";

const MEBIBYTE = 1024 * 1024;

/** Retries, back-off, failing for good, compensation, the failure handler. */
export function failureCases(driver: DriverUnderTest): void {
  describe("failure", () => {
    it.skipIf(!driver.hasClock)("retries a failing step with growing delays, as often as it may", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction(
        { id: "flaky", triggers: [{ event: "flaky/asked" }], retries: 2 },
        async ({ step, attempt }) => {
          await step.run("before", () => journal.write("before"));
          return step.run("flaky", () => {
            journal.write(`attempt ${attempt}`);
            if (attempt < 2) throw new Error("not yet");
            return "made it";
          });
        },
      );
      await world.register([fn]);
      const id = await world.send({ name: "flaky/asked" });
      await journal.reaches(2);
      await untilResting(world, id, 1);
      await world.advance(9_000);
      await world.advance(1_000);
      await journal.reaches(3);
      await untilResting(world, id, 2);
      await world.advance(20_000);
      const [run] = await endedRuns(world, id);
      expect(run).toMatchObject({ status: "completed", result: "made it" });
      expect(journal.entries).toEqual(["before", "attempt 0", "attempt 1", "attempt 2"]);
      await world.stop();
    });

    it("obeys the time a step asks to be left alone", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction(
        { id: "polite", triggers: [{ event: "polite/asked" }], retries: 1 },
        async ({ step, attempt }) =>
          step.run("ask", () => {
            journal.write(`attempt ${attempt}`);
            if (attempt === 0) throw new RetryAfterError("busy", "2s");
            return "answered";
          }),
      );
      await world.register([fn]);
      const id = await world.send({ name: "polite/asked" });
      await journal.reaches(1);
      if (driver.hasClock) await untilResting(world, id, 1);
      await world.advance(2_000);
      expect((await endedRuns(world, id))[0]).toMatchObject({ status: "completed", result: "answered" });
      await world.stop();
    });

    it("does not retry what says it cannot be retried, and tells the failure handler of the original event", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction(
        {
          id: "doomed",
          triggers: [{ event: "doomed/asked" }],
          retries: 4,
          onFailure: ({ event, error }) =>
            journal.write(`${event.data.event.name} ${String(event.data.event.data["id"])} ${error.message}`),
        },
        async ({ step }) =>
          step.run("try", () => {
            journal.write("tried");
            throw new NonRetriableError("never");
          }),
      );
      await world.register([fn]);
      const [run] = await endedRuns(world, await world.send({ name: "doomed/asked", data: { id: "d-1" } }));
      expect(run?.status).toBe("failed");
      await journal.reaches(2);
      expect(journal.entries).toEqual(["tried", "doomed/asked d-1 never"]);
      await world.stop();
    });

    it("lets a function catch a step that failed for good and make up for it", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction({ id: "careful", triggers: [{ event: "careful/asked" }], retries: 0 }, async ({ step }) => {
        await step.run("book", () => journal.write("booked"));
        try {
          await step.run("pay", () => {
            throw new Error("refused");
          });
        } catch {
          await step.run("undo", () => journal.write("undone"));
        }
        return "compensated";
      });
      await world.register([fn]);
      const [run] = await endedRuns(world, await world.send({ name: "careful/asked" }));
      expect(run).toMatchObject({ status: "completed", result: "compensated" });
      expect(journal.entries).toEqual(["booked", "undone"]);
      await world.stop();
    });

    it.skipIf(!driver.hasClock)("retries what fails outside of steps, and then fails", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction(
        { id: "stepless", triggers: [{ event: "stepless/asked" }], retries: 1 },
        async ({ attempt }) => {
          journal.write(`attempt ${attempt}`);
          throw new Error("always");
        },
      );
      await world.register([fn]);
      const id = await world.send({ name: "stepless/asked" });
      await journal.reaches(1);
      await untilResting(world, id, 1);
      await world.advance(10_000);
      expect((await endedRuns(world, id))[0]?.status).toBe("failed");
      expect(journal.entries).toEqual(["attempt 0", "attempt 1"]);
      await world.stop();
    });

    it("refuses a step's result over the limit by the step's name", async () => {
      const world = await driver.open();
      const fn = world.inngest.createFunction({ id: "verbose", triggers: [{ event: "verbose/asked" }], retries: 0 }, async ({ step }) =>
        step.run("huge answer", () => "x".repeat(5 * MEBIBYTE)),
      );
      await world.register([fn]);
      const [run] = await endedRuns(world, await world.send({ name: "verbose/asked" }));
      expect(run?.status).toBe("failed");
      if (driver.hasClock) expect(JSON.stringify(run?.error)).toContain("huge answer");
      await world.stop();
    });

    it("lets a run that always fails block nobody", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction(
        {
          id: "queue",
          triggers: [{ event: "queue/asked" }],
          retries: 0,
          concurrency: 1,
          onFailure: () => journal.write("failure handled"),
        },
        async ({ event }) => {
          if (event.data["isPoison"] === true) throw new Error("poison");
          return "fine";
        },
      );
      await world.register([fn]);
      const poison = await world.send({ name: "queue/asked", data: { isPoison: true } });
      const healthy = await world.send({ name: "queue/asked", data: { isPoison: false } });
      expect((await endedRuns(world, healthy))[0]?.status).toBe("completed");
      expect((await endedRuns(world, poison))[0]?.status).toBe("failed");
      await journal.reaches(1);
      await world.stop();
    });
  });
}

/** Until the attempt that failed is on record, so that moving the clock moves past its delay. */
async function untilResting(world: { observe: (id: string) => Promise<unknown[]> }, id: string, attempt: number): Promise<void> {
  const resting = async (): Promise<string> => JSON.stringify(await world.observe(id));
  await expect.poll(resting, { timeout: 5_000, interval: 10 }).toContain(`"attempt":${attempt},"isHeld":false`);
}
