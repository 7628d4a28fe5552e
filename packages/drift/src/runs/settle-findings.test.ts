import { describe, expect, it } from "vitest";
import { batchesOf } from "../look/batches.ts";
import { buildCells } from "../look/build-cells.ts";
import { makeEvent, makeMeasured } from "../testing/make-event.ts";
import { firstDay, payerName, simulateCustomer } from "../testing/simulate-customer.ts";
import type { DriftEventState } from "../events/event-state.ts";
import { emptyState } from "./drift-state.ts";
import { evaluateLook } from "./evaluate-look.ts";

const payer = 1;
const watermark = firstDay + 260;
const cells = buildCells(
  simulateCustomer({ seed: 5, feed: "file", days: 260, claimsPerDay: 90, denialRate: 0.09, jump: { payer, from: 225, add: 0.3 } }),
);
const reference = { watchOn: watermark - 90, from: watermark - 200, to: watermark - 84, tau2: 0.004, common: 0, commonSe: 0 };

function eventsAfter(...known: Partial<DriftEventState>[]) {
  const events = known.map((change) =>
    makeEvent({ payerId: payerName(payer), reference, now: makeMeasured({ on: watermark - 7 }), ...change }),
  );
  const state = { ...emptyState, events };
  const batches = batchesOf(cells, watermark);
  return evaluateLook({ cells, watermark, asOf: watermark, mode: "submission", batches, state, newId: () => "fresh" }).state.events;
}

describe("a confirmed finding", () => {
  it("opens an event where none is known", () => {
    expect(eventsAfter().map(({ id, payerId, isHarm }) => [id, payerId, isHarm])).toEqual([["fresh", payerName(payer), true]]);
  });

  it("joins the event that is open, which is measured again", () => {
    const [event, ...others] = eventsAfter({});
    expect(others).toEqual([]);
    expect(event?.id).toBe("event-1");
    expect(event?.attached).toContainEqual({ group: null, signal: "DENIAL_RATE", on: watermark });
    expect(event?.now).toMatchObject({ on: watermark, window: 28, base: { from: reference.from, to: reference.to } });
  });

  it("opens an ended event again with what is measured now", () => {
    const ended = { state: "recovered", isOpen: false, endedOn: watermark - 14, endReason: "returned" } as const;
    const [event, ...others] = eventsAfter({ ...ended, severity: "low", now: makeMeasured({ on: watermark - 14, effect: 0.01 }) });
    expect(others).toEqual([]);
    expect(event).toMatchObject({ id: "event-1", state: "opened", isOpen: true, endedOn: null, reopened: 1 });
    expect(event?.now.on).toBe(watermark);
    expect(event?.worstEffect).toBe(event?.now.effect);
    expect(event?.now.effect).toBeGreaterThan(0.2);
  });

  it("of harm does not vanish in an open improvement", () => {
    const events = eventsAfter({ direction: -1, isHarm: false, openingEffect: -0.1, worstEffect: -0.1 });
    expect(events.filter(({ isHarm }) => isHarm).map(({ id }) => id)).toEqual(["fresh"]);
  });

  it("that only ends an improvement is no harm of its own", () => {
    const high = { ...reference, from: watermark - 30, to: watermark - 2 };
    const events = eventsAfter({ direction: -1, isHarm: false, openingEffect: -0.1, worstEffect: -0.1, reference: high });
    expect(events.map(({ id }) => id)).toEqual(["event-1"]);
  });
});
