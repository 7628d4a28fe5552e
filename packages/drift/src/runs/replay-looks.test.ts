import { describe, expect, it } from "vitest";
import { buildCells } from "../look/build-cells.ts";
import { firstDay, payerName, simulateCustomer, type Scenario } from "../testing/simulate-customer.ts";
import { emptyState } from "./drift-state.ts";
import { lookDaysOf } from "./look-days.ts";
import { replayLooks } from "./replay-looks.ts";

const patience = 120_000;

async function replay(scenario: Scenario) {
  let count = 0;
  const cells = buildCells(simulateCustomer(scenario));
  const outcome = await replayLooks({
    cells,
    asOf: firstDay + scenario.days,
    state: emptyState,
    newId: () => `event-${count++}`,
    pause: async () => {},
  });
  if (outcome === undefined) throw new Error("too little history");
  return outcome;
}

const openHarm = (events: Awaited<ReturnType<typeof replay>>["events"]) => events.filter(({ isOpen, isHarm }) => isOpen && isHarm);

describe("a jump of denials in the last five weeks", () => {
  for (const feed of ["file", "file-without-pending", "weekly"] as const) {
    it(
      `is found at its payer and no other, with its size in the interval (${feed})`,
      async () => {
        for (const seed of [1, 2, 3]) {
          const payer = seed % 6;
          const { events, mode } = await replay({
            seed,
            feed,
            days: 260,
            claimsPerDay: 96,
            denialRate: 0.09,
            jump: { payer, from: 225, add: 0.21 },
          });
          expect(mode).toBe(feed === "file-without-pending" ? "remittance" : "submission");
          expect(events.map(({ payerId, signal, direction, isHarm }) => [payerId, signal, direction, isHarm])).toEqual([
            [payerName(payer), "DENIAL_RATE", 1, true],
          ]);
          const now = openHarm(events)[0]?.now;
          expect(now?.lo).toBeGreaterThan(0.08);
          expect(now?.lo).toBeLessThanOrEqual(0.21);
          expect(now?.hi).toBeGreaterThanOrEqual(0.19);
        }
      },
      patience,
    );
  }
});

describe("a year in which nothing changes", () => {
  for (const feed of ["file", "file-without-pending"] as const) {
    it(
      `raises nothing (${feed})`,
      async () => {
        for (const seed of [11, 12, 13]) {
          const { events, looks } = await replay({ seed, feed, days: 365, claimsPerDay: 90 });
          expect(looks).toBeGreaterThan(20);
          expect(events).toEqual([]);
        }
      },
      patience,
    );
  }
});

describe("a payer that becomes slow", () => {
  for (const feed of ["file", "file-without-pending"] as const) {
    it(
      `is found by its decision time (${feed})`,
      async () => {
        for (const seed of [21, 22]) {
          const payer = seed % 6;
          const { events } = await replay({ seed, feed, days: 300, claimsPerDay: 96, slow: { payer, from: 250, days: 8 } });
          const open = openHarm(events);
          expect(open.map(({ payerId, signal, direction }) => [payerId, signal, direction])).toEqual([
            [payerName(payer), "DECISION_TIME", 1],
          ]);
          expect(open[0]?.now.lo).toBeGreaterThan(1);
        }
      },
      patience,
    );
  }
});

describe("the looks of a run", () => {
  const cells = buildCells(simulateCustomer({ seed: 1, feed: "file", days: 200, claimsPerDay: 5 }));

  it("begin with the first that has 168 days of decisions and end with the newest", () => {
    const days = lookDaysOf(cells, firstDay + 200, null);
    expect(days.at(-1)).toBe(firstDay + 200);
    expect(days[0]).toBeGreaterThanOrEqual(cells.firstDecision + 168);
    expect((days[0] ?? 0) - 7).toBeLessThan(cells.firstDecision + 168);
  });

  it("go on a week after the last one that moved stages", () => {
    const newest = firstDay + 200;
    expect(lookDaysOf(cells, newest, newest - 15)).toEqual([newest - 7, newest]);
    expect(lookDaysOf(cells, newest, newest - 1)).toEqual([newest]);
  });

  it("are none with less history", async () => {
    const input = { asOf: firstDay + 150, state: emptyState, newId: () => "event", pause: async () => {} };
    expect(await replayLooks({ cells, ...input })).toBeUndefined();
  });

  it(
    "give the same bytes for the same counts in any order",
    async () => {
      const rows = simulateCustomer({ seed: 5, feed: "weekly", days: 230, claimsPerDay: 40, jump: { payer: 0, from: 200, add: 0.3 } });
      const turned = { ...rows, submissions: rows.submissions.toReversed(), decisions: rows.decisions.toReversed() };
      const answers = await Promise.all(
        [rows, turned].map(async (each) => {
          const outcome = await replayLooks({
            cells: buildCells(each),
            asOf: firstDay + 230,
            state: emptyState,
            newId: () => "event",
            pause: async () => {},
          });
          return JSON.stringify([outcome?.events, [...(outcome?.cards ?? [])]]);
        }),
      );
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).toContain("DENIAL_RATE");
    },
    patience,
  );
});
