import { describe, expect, it } from "vitest";
import { buildCells, type CellRows } from "../look/build-cells.ts";
import { firstDay, payerName, simulateCustomer } from "../testing/simulate-customer.ts";
import { emptyState } from "./drift-state.ts";
import { replayLooks } from "./replay-looks.ts";

const patience = 120_000;
const late = payerName(1);

/** The same customer, one payer of which is billed from the day `start` of its history on. */
function billedFrom(rows: CellRows, start: number): CellRows {
  const isKept = (payerId: string, submittedOn: number) => payerId !== late || submittedOn >= firstDay + start;
  return {
    ...rows,
    submissions: rows.submissions.filter((row) => isKept(row.payerId, row.submittedOn)),
    decisions: rows.decisions.filter((row) => isKept(row.payerId, row.decidedOn - row.age)),
  };
}

async function changesOf(start: number, jump: { payer: number; from: number }) {
  const days = jump.from + 28;
  const rows = simulateCustomer({ seed: 1, feed: "weekly", days, claimsPerDay: 96, denialRate: 0.09, jump: { ...jump, add: 0.21 } });
  const cells = buildCells(billedFrom(rows, start));
  let count = 0;
  const newId = () => `event-${count++}`;
  const outcome = await replayLooks({ cells, asOf: firstDay + days, state: emptyState, newId, pause: async () => {} });
  return outcome?.events.map(({ payerId, group, signal, direction }) => [payerId, group, signal, direction]);
}

describe("a payer that is billed later than the rest", () => {
  for (const start of [150, 250]) {
    it(
      `is found when it changes, and raises nothing before, ${start} days into the history`,
      async () => {
        expect(await changesOf(start, { payer: 1, from: start + 245 })).toEqual([[late, null, "DENIAL_RATE", 1]]);
      },
      patience,
    );
  }

  it(
    "hides no change of another payer",
    async () => {
      expect(await changesOf(150, { payer: 2, from: 260 })).toEqual([[payerName(2), null, "DENIAL_RATE", 1]]);
    },
    patience,
  );
});
