import { describe, expect, it } from "vitest";
import { makeEvent, makeMeasured } from "../testing/make-event.ts";
import { nextEventState } from "./next-event-state.ts";

const calm = { now: makeMeasured({ value1: 0.11, effect: 0.01, lo: -0.03, hi: 0.05 }), lo90: -0.02, hi90: 0.04 };
const same = { now: makeMeasured(), lo90: 0.06, hi90: 0.14 };

describe("an open event", () => {
  it("continues while the change stays", () => {
    expect(nextEventState(makeEvent(), same, 1007)).toMatchObject({ state: "continuing", isOpen: true, calmSince: null });
  });

  it("is over after two calm measurements a week apart", () => {
    const first = nextEventState(makeEvent(), calm, 1007);
    expect(first).toMatchObject({ state: "continuing", calmSince: 1007 });
    expect(nextEventState(first, calm, 1010)).toMatchObject({ state: "continuing", calmSince: 1007 });
    expect(nextEventState(first, calm, 1014)).toMatchObject({ state: "recovered", isOpen: false, endReason: "returned", endedOn: 1014 });
  });

  it("starts to be calm anew after a measurement that is not", () => {
    const first = nextEventState(makeEvent(), calm, 1007);
    expect(nextEventState(first, same, 1014).calmSince).toBeNull();
  });

  it("is not calm while the interval still holds half of the first effect", () => {
    expect(nextEventState(makeEvent(), { ...calm, hi90: 0.06 }, 1007).calmSince).toBeNull();
  });

  it("of a fall is calm by the other end of the interval", () => {
    const fall = makeEvent({ direction: -1, openingEffect: -0.1 });
    expect(nextEventState(fall, { ...calm, lo90: -0.06, hi90: 0.2 }, 1007).calmSince).toBeNull();
    expect(nextEventState(fall, { ...calm, lo90: -0.04, hi90: 0.2 }, 1007).calmSince).toBe(1007);
  });

  it("worsens when its severity rises, and remembers the new level", () => {
    const now = makeMeasured({ severity: "high" });
    expect(nextEventState(makeEvent(), { ...same, now }, 1007)).toMatchObject({ state: "worsened", severity: "high" });
  });

  it("worsens when it is surely larger than at the opening and costs half as much again", () => {
    const now = makeMeasured({ effect: 0.2, lo: 0.12, hi: 0.28, monthly: { point: 460_000, lo: 1, hi: 2 } });
    expect(nextEventState(makeEvent(), { ...same, now }, 1007)).toMatchObject({
      state: "worsened",
      worstEffect: 0.2,
      worstMonthly: 460_000,
    });
    const cheap = makeMeasured({ ...now, monthly: { point: 400_000, lo: 1, hi: 2 } });
    expect(nextEventState(makeEvent(), { ...same, now: cheap }, 1007).state).toBe("continuing");
  });

  it("ends without data after eight weeks below the testable size", () => {
    const sparse = nextEventState(makeEvent(), undefined, 1007);
    expect(sparse).toMatchObject({ state: "continuing", sparseSince: 1007, now: makeMeasured() });
    expect(nextEventState(sparse, undefined, 1062).isOpen).toBe(true);
    expect(nextEventState(sparse, undefined, 1063)).toMatchObject({ isOpen: false, endReason: "no-data" });
    expect(nextEventState(sparse, same, 1014).sparseSince).toBeNull();
  });
});
