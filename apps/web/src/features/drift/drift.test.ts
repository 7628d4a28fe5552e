import type { SegmentDto, SegmentMapDto } from "@upstream/drift/schemas";
import { describe, expect, it } from "vitest";
import { sentenceText } from "../../ui/page-sentence.tsx";
import { driftSentence } from "./drift-sentence.ts";
import { toDriftView } from "./to-drift-view.ts";
import { heatGroups, heatRows, pairKey } from "./to-heat-rows.ts";

const segment = (payer: string, cptGroup: string | null, effect: number | null, n = 100) =>
  ({
    payerId: `id-${payer}`,
    payer,
    cptGroup,
    status: effect === null ? "few" : "tested",
    windowDays: 28,
    n,
    before: 0.07,
    now: 0.07 + (effect ?? 0),
    effect,
    effectLow: effect === null ? null : effect - 0.03,
    effectHigh: effect === null ? null : effect + 0.03,
    q: 0.01,
    confidence: 0.9,
    smallestChange: 0.056,
    driftEventId: null,
    severity: null,
  }) as unknown as SegmentDto;
const segments = [
  segment("Aster", null, 0.045, 300),
  segment("Aster", "IMAGING", 0.115, 200),
  segment("Aster", "LAB", null, 20),
  segment("Borea", "IMAGING", 0.01),
];
const map = {
  signal: "DENIAL_RATE",
  label: "Denial rate",
  unit: "rate",
  run: { status: "COMPLETED", watermark: "2026-05-19", historyDays: 400, neededDays: 168 },
  segments,
  openBySignal: [{ signal: "DENIAL_RATE", label: "Denial rate", open: 1 }],
} as unknown as SegmentMapDto;

const nothing = { pairs: { worse: 0, better: 0 }, payers: { worse: 0, better: 0 }, unconfirmed: 0 };

describe("drift explorer", () => {
  it("counts pairs that are worse, better and too small to tell", () => {
    expect(sentenceText(driftSentence(map, { ...nothing, pairs: { worse: 2, better: 1 }, payers: { worse: 0, better: 1 } }))).toBe(
      "Of 3 payer and group pairs, two deny more than before, one denies less, one payer denies less, and one has too few claims to tell.",
    );
    expect(sentenceText(driftSentence(map, nothing))).toBe("All 3 payer and group pairs behave as usual; one has too few claims to tell.");
  });

  it("counts in its sentence every cell that the map marks", () => {
    const view = toDriftView(
      { map, events: [], event: null, alerts: new Map(), quiet: new Set() },
      { signal: "DENIAL_RATE", payer: null, group: null },
      { base: "/a", zone: "UTC", now: "2026-05-20T00:00:00Z" },
    );
    const marked = view.rows.flatMap((row) => row.cells).filter((cell) => cell.heat !== null);
    expect(marked.map((cell) => [cell.text, cell.isConfirmed])).toEqual([
      ["+4.5", false],
      ["+11.5", false],
    ]);
    expect(sentenceText(view.sentence)).toBe(
      "All 3 payer and group pairs show no confirmed change; one has too few claims to tell. Two other cells stand out, not confirmed.",
    );
  });

  it("says how much history is missing", () => {
    expect(
      sentenceText(driftSentence({ ...map, run: { ...map.run, status: "NOT_ENOUGH_HISTORY", historyDays: 60 } as never }, nothing)),
    ).toBe("60 days of decisions are known; 168 are needed to compare a payer with itself.");
  });

  it("puts all groups first, then groups by size, and leaves missing pairs as few", () => {
    const groups = heatGroups(segments);
    expect(groups.map((group) => group.name)).toEqual(["All groups", "Imaging", "Lab"]);
    const rows = heatRows(map, groups, new Map([[pairKey("Aster", "IMAGING"), "alert"]]));
    expect(rows[0]?.cells[1]).toMatchObject({
      text: "+11.5",
      heat: "h4",
      mark: "alert",
      label: "Aster, Imaging: +11.5 points, alert open",
    });
    expect(rows[1]?.cells[2]).toMatchObject({ text: null, label: "Borea, Lab: too few claims" });
  });

  it("opens the cell the address names and tells the smallest change we would notice", () => {
    const view = toDriftView(
      { map, events: [], event: null, alerts: new Map(), quiet: new Set() },
      { signal: "DENIAL_RATE", payer: "id-Aster", group: "LAB" },
      { base: "/a", zone: "UTC", now: "2026-05-20T00:00:00Z" },
    );
    expect(view.selected).toEqual({ row: "id-Aster", group: "LAB" });
    expect(view.cell?.note).toBe("20 claims in four weeks. We would notice a change of 5.6 points or more.");
  });

  it("gives a pair with an open change the figures of that change and says when a pair outside its interval is not confirmed", () => {
    const known = segments.map((each) => (each.cptGroup === "IMAGING" && each.payer === "Aster" ? { ...each, driftEventId: "e1" } : each));
    const event = {
      id: "e1",
      signal: "DENIAL_RATE",
      payer: "Aster",
      cptGroup: "IMAGING",
      state: "opened",
      isHarm: true,
      severity: "high",
      unit: "rate",
      before: 0.07,
      now: 0.16,
      effect: 0.09,
      effectLow: 0.04,
      effectHigh: 0.14,
      impact: null,
      openedOn: "2026-05-05",
    };
    const answers = {
      map: { ...map, segments: known } as never,
      events: [event as never],
      event: null,
      alerts: new Map(),
      quiet: new Set<string>(),
    };
    const scene = { base: "/a", zone: "UTC", now: "2026-05-20T00:00:00Z" };
    const view = toDriftView(answers, { signal: "DENIAL_RATE", payer: "id-Aster", group: null }, scene);
    expect(view.rows[0]?.cells[1]?.text).toBe("+9.0");
    expect(view.movements[0]?.difference).toBe("+9.0");
    expect(view.cell?.note).toBe("Not confirmed: among this many pairs, a few stand out by chance.");
  });
});
