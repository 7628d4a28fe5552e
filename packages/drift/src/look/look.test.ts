import { describe, expect, it } from "vitest";
import { firstDay, simulateCustomer } from "../testing/simulate-customer.ts";
import { baseStarts } from "./base-starts.ts";
import { allowedPerDay } from "./allowed-amounts.ts";
import { batchesOf } from "./batches.ts";
import { rollingBaseline } from "../windows.ts";
import { buildCells, type CellRows, type DecisionRow } from "./build-cells.ts";
import { decisionClock } from "./clocks.ts";
import { feedMode } from "./feed-mode.ts";
import { isolatedBatches } from "./isolated-batches.ts";
import { prepareLook } from "./prepare-look.ts";
import { riskTables } from "./risk-tables.ts";
import { knownTimeline, knownWhen, watermarkOf } from "./watermark.ts";

type Decided = { day: number; age?: number; upload?: string; outcome?: string; n?: number };

function rowsOf(decided: readonly Decided[], uploads: CellRows["uploads"], submitted: { day: number; n: number }[] = []): CellRows {
  const stratum = { payerId: "p", cptGroup: "g", cpt: "c" };
  const decisions = decided.map(({ day, age = 0, upload = "u", outcome = "PAID", n = 1 }): DecisionRow => {
    return { ...stratum, decidedOn: day, age, outcome, reason: null, uploadId: upload, n, allowedCents: 0 };
  });
  return { submissions: submitted.map(({ day, n }) => ({ ...stratum, submittedOn: day, n })), decisions, uploads };
}

const lookOf = (rows: CellRows, watermark: number, base: { from: number; to: number }) => {
  const cells = buildCells(rows);
  return prepareLook({ cells, watermark, asOf: watermark + 50, mode: "submission", batches: batchesOf(cells, watermark), base });
};

describe("when facts are known", () => {
  it("is the day their file was received", () => {
    const cells = buildCells(rowsOf([{ day: 100 }, { day: 105 }], [{ id: "u", receivedOn: 107 }]));
    expect([...cells.decisions.known]).toEqual([107, 107]);
    expect(cells.uploads[0]?.isSliced).toBe(false);
  });

  it("is one feed lag after the decision for a file of history", () => {
    const ordinary = [
      { id: "u", receivedOn: 300 },
      { id: "v", receivedOn: 307 },
    ];
    const cells = buildCells(rowsOf([{ day: 100 }, { day: 299 }, { day: 304, upload: "v" }], ordinary));
    expect([...cells.decisions.known]).toEqual([103, 300, 307]);
    expect(cells.uploads.map(({ isSliced }) => isSliced)).toEqual([true, false]);
  });
});

describe("the watermark", () => {
  const cells = buildCells(
    rowsOf(
      [{ day: 100 }, { day: 106 }, { day: 112, upload: "v" }],
      [
        { id: "u", receivedOn: 107 },
        { id: "v", receivedOn: 114 },
      ],
    ),
  );
  const timeline = knownTimeline(cells);

  it("is the day after the last decision that was known", () => {
    expect(watermarkOf(timeline, 106)).toBeUndefined();
    expect(watermarkOf(timeline, 110)).toBe(107);
    expect(watermarkOf(timeline, 114)).toBe(113);
  });

  it("is never later than the file that brought the decisions", () => {
    const sameDay = buildCells(rowsOf([{ day: 100 }, { day: 107 }], [{ id: "u", receivedOn: 107 }]));
    expect(watermarkOf(knownTimeline(sameDay), 200)).toBe(107);
  });

  it("tells when a day was complete", () => {
    expect(knownWhen(timeline, 107)).toBe(107);
    expect(knownWhen(timeline, 108)).toBe(114);
  });

  it("is not moved by one stray late date", () => {
    const steady = Array.from({ length: 100 }, (_, i) => ({ day: 100 + i, n: 20 }));
    const stray = buildCells(rowsOf([...steady, { day: 260 }], [{ id: "u", receivedOn: 261 }]));
    expect(watermarkOf(knownTimeline(stray), 300)).toBe(200);
  });
});

describe("the baseline of a group that is billed later than the others", () => {
  const daily = (cptGroup: string, from: number) =>
    Array.from({ length: 300 - from }, (_, i) => ({ payerId: "p", cptGroup, cpt: "c", submittedOn: from + i, n: 5 }));
  const stray = { payerId: "p", cptGroup: "new", cpt: "c", submittedOn: 0, n: 1 };
  const cells = buildCells({ submissions: [stray, ...daily("old", 0), ...daily("new", 100)], decisions: [], uploads: [] });
  const startsOn = (watermark: number) => [...baseStarts(cells, rollingBaseline(watermark, 0))];
  const isNew = cells.groups[cells.strata[0]?.group ?? 0] === "new" ? 0 : 1;

  it("is empty while its first decisions, which lack the slow ones, would be in it", () => {
    const starts = startsOn(250);
    expect(starts[isNew]).toBe(250 - 84);
    expect(starts[1 - isNew]).toBe(250 - 84 - 126);
  });

  it("then is as long as its own history allows", () => {
    expect(startsOn(310)[isNew]).toBe(310 - 84 - 84);
    expect(startsOn(450)[isNew]).toBe(450 - 84 - 224);
  });
});

describe("allowed cents a day", () => {
  it("are those of paid lines in the baseline", () => {
    const rows = rowsOf([{ day: 20 }, { day: 21, outcome: "DENIED" }, { day: 40 }], [{ id: "u", receivedOn: 41 }], [{ day: 1, n: 10 }]);
    const priced = { ...rows, decisions: rows.decisions.map((row) => ({ ...row, allowedCents: 1000 })) };
    expect(allowedPerDay(lookOf(priced, 50, { from: 20, to: 30 }), { from: 0, to: 1 })).toBe(100);
  });
});

describe("batches", () => {
  it("are weeks counted back from the watermark in a file of history, and whole files otherwise", () => {
    const history = buildCells(rowsOf([{ day: 80 }, { day: 86 }, { day: 87 }, { day: 93 }, { day: 95 }], [{ id: "u", receivedOn: 101 }]));
    expect([...batchesOf(history, 101).of]).toEqual([0, 0, 1, 1, 2]);
    const weekly = buildCells(rowsOf([{ day: 94 }, { day: 100 }], [{ id: "u", receivedOn: 101 }]));
    expect([...batchesOf(weekly, 101).of]).toEqual([0, 0]);
  });

  it("that stand alone between normal neighbours are a fault of the file", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const decided = ids.flatMap((upload, week) => [
      { day: 100 + 7 * week, upload, n: upload === "c" ? 30 : 90 },
      { day: 100 + 7 * week, upload, outcome: "DENIED", n: upload === "c" ? 70 : 10 },
    ]);
    const cells = buildCells(
      rowsOf(
        decided,
        ids.map((id, week) => ({ id, receivedOn: 101 + 7 * week })),
      ),
    );
    const whole = cells.segments.find(({ group }) => group === -1);
    const found = isolatedBatches(cells, whole ?? { payer: 0, from: 0, to: 0 }, { from: 90, to: 140, asOf: 140 }, batchesOf(cells, 140));
    expect(found.map(({ batch, lines }) => [batch, lines])).toEqual([[2, 100]]);
  });
});

describe("the kind of feed", () => {
  it("is seen in the undecided lines", () => {
    const scenario = { seed: 2, days: 200, claimsPerDay: 40 } as const;
    expect(feedMode(buildCells(simulateCustomer({ ...scenario, feed: "file" })), firstDay + 200)).toBe("submission");
    expect(feedMode(buildCells(simulateCustomer({ ...scenario, feed: "file-without-pending" })), firstDay + 200)).toBe("remittance");
  });

  it("is complete when submissions stopped and all is decided", () => {
    const rows = simulateCustomer({ seed: 2, days: 260, claimsPerDay: 40, feed: "file" });
    const isOld = ({ submittedOn }: { submittedOn: number }) => submittedOn < firstDay + 200;
    const decided = rows.decisions.filter((row) => row.decidedOn - row.age < firstDay + 200);
    const cells = buildCells({ ...rows, submissions: rows.submissions.filter(isOld), decisions: decided });
    expect(feedMode(cells, firstDay + 225)).toBe("submission");
  });
});

describe("lines at risk", () => {
  it("wait from the day after submission until they are decided, or until the watermark", () => {
    const look = lookOf(rowsOf([{ day: 14, age: 4, n: 2 }], [{ id: "u", receivedOn: 15 }], [{ day: 10, n: 3 }]), 21, { from: 0, to: 14 });
    const { base, weeks } = riskTables(look, { payer: 0, group: 0, from: 0, to: 1 }, { ticksBefore: (day) => day, tickDays: 1 });
    expect(Array.from(base.atRisk).slice(0, 5)).toEqual([3, 3, 3, 0, 0]);
    expect(Array.from(weeks[0]?.atRisk ?? []).slice(0, 12)).toEqual([0, 0, 0, 3, 1, 1, 1, 1, 1, 1, 0, 0]);
    expect(weeks[0]?.events[3]).toBe(2);
  });

  it("are chunked over the segment's own baseline, from its first day on", () => {
    const rows = rowsOf(
      [
        { day: 5, age: 3 },
        { day: 20, age: 3 },
      ],
      [{ id: "u", receivedOn: 36 }],
      [],
    );
    const look = { ...lookOf(rows, 35, { from: 0, to: 28 }), baseFrom: Int32Array.of(14) };
    const { chunks } = riskTables(look, { payer: 0, group: 0, from: 0, to: 1 }, { ticksBefore: (day) => day, tickDays: 1 });
    expect(chunks.map(({ events }) => Array.from(events).reduce((sum, n) => sum + n, 0))).toEqual([1]);
  });

  it("tick once a week for a payer that decides on one weekday", () => {
    const decided = Array.from({ length: 30 }, (_, week) => ({ day: 7 * week, age: 5, n: 10 }));
    const look = lookOf(rowsOf(decided, [{ id: "u", receivedOn: 211 }]), 204, { from: 120, to: 160 });
    const clock = decisionClock(look, look.segments[0] ?? { payer: 0, group: -1, from: 0, to: 0 });
    expect(clock.tickDays).toBeCloseTo(7, 0);
    expect(clock.ticksBefore(141) - clock.ticksBefore(134)).toBe(1);
  });
});
