import { describe, expect, it } from "vitest";
import { endedRuns, newJournal } from "../world.ts";
import type { DriverUnderTest } from "../world.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Sleeps over restarts, schedules in a zone, slots missed while nothing ran. */
export function timeCases(driver: DriverUnderTest): void {
  describe.skipIf(!driver.hasClock)("time", () => {
    it("sleeps over a restart and then goes on where it was", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction({ id: "sleeper", triggers: [{ event: "sleeper/asked" }] }, async ({ step }) => {
        await Promise.all([step.sleep("night", "8h"), step.run("before", () => journal.write("before"))]);
        await step.run("after", () => journal.write("after"));
      });
      await world.register([fn]);
      const id = await world.send({ name: "sleeper/asked" });
      await journal.reaches(1);
      await world.restart();
      await world.advance(8 * HOUR - 1_000);
      await world.restart();
      expect(journal.entries).toEqual(["before"]);
      await world.advance(1_000);
      expect((await endedRuns(world, id))[0]?.status).toBe("completed");
      expect(journal.entries).toEqual(["before", "after"]);
      await world.stop();
    });

    it("gives a wait up after its time", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction({ id: "patient", triggers: [{ event: "patient/asked" }] }, async ({ step }) => {
        const [answer] = await Promise.all([
          step.waitForEvent("answer", { event: "patient/answered", timeout: "1h" }),
          step.run("ask", () => journal.write("asked")),
        ]);
        return answer === null ? "gave up" : "answered";
      });
      await world.register([fn]);
      const id = await world.send({ name: "patient/asked" });
      await journal.reaches(1);
      await world.idle();
      await world.advance(HOUR);
      expect((await endedRuns(world, id))[0]).toMatchObject({ status: "completed", result: "gave up" });
      await world.stop();
    });

    it("keeps a schedule's local hour over a change to daylight saving time, each slot once", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction(
        { id: "morning", triggers: [{ cron: "TZ=America/New_York 30 8 * * *" }] },
        async ({ event }) => journal.write(String((event.data as { scheduledAt?: string }).scheduledAt)),
      );
      await world.register([fn]);
      world.clock?.set("2026-03-06T20:00:00.000Z");
      await world.restart();
      for (const count of [1, 2, 3]) {
        await journal.reaches(count);
        await world.idle();
        await world.advance(DAY);
      }
      await journal.reaches(4);
      expect(journal.entries.slice(1)).toEqual(["2026-03-07T13:30:00.000Z", "2026-03-08T12:30:00.000Z", "2026-03-09T12:30:00.000Z"]);
      await world.stop();
    });

    it("does not run a new schedule for the past, and runs one missed while it was down once", async () => {
      const world = await driver.open();
      const journal = newJournal();
      const fn = world.inngest.createFunction({ id: "hourly", triggers: [{ cron: "0 * * * *" }] }, async ({ event }) =>
        journal.write(String((event.data as { scheduledAt?: string }).scheduledAt)),
      );
      await world.register([fn]);
      await world.restart();
      expect(journal.entries).toEqual([]);
      world.clock?.advance(5 * HOUR + 60_000);
      await world.restart();
      await journal.reaches(1);
      await world.restart();
      expect(journal.entries).toEqual(["2026-03-02T17:00:00.000Z"]);
      await world.stop();
    });
  });
}
