import { describe, expect, it } from "vitest";
import { makeEvent } from "../testing/make-event.ts";
import { attachFinding, type FindingKey } from "./attach-finding.ts";

const office: FindingKey = { payerId: "payer-1", group: "OFFICE", signal: "DENIAL_RATE", family: "denial", direction: 1 };
const whole: FindingKey = { ...office, group: null };

describe("a confirmed finding", () => {
  it("joins the open event of its payer", () => {
    expect(attachFinding([makeEvent()], office, 1200)?.id).toBe("event-1");
  });

  it("of a whole payer joins any open group of it", () => {
    expect(attachFinding([makeEvent({ group: "LAB" })], whole, 1200)?.id).toBe("event-1");
  });

  it("of another group, payer or family opens an event of its own", () => {
    expect(attachFinding([makeEvent({ group: "LAB" })], office, 1007)).toBeUndefined();
    expect(attachFinding([makeEvent({ payerId: "payer-2" })], office, 1007)).toBeUndefined();
    expect(attachFinding([makeEvent({ family: "time" })], office, 1007)).toBeUndefined();
  });

  it("joins an event that ended within 28 days, and no later", () => {
    const ended = makeEvent({ isOpen: false, state: "recovered", endedOn: 1100, endReason: "returned" });
    expect(attachFinding([ended], office, 1128)?.id).toBe("event-1");
    expect(attachFinding([ended], office, 1129)).toBeUndefined();
  });

  it("joins the event that its group joined before", () => {
    const lab = makeEvent({ group: "LAB", attached: [{ group: "OFFICE", signal: "DENIAL_RATE", on: 1007 }] });
    expect(attachFinding([lab], office, 1014)?.id).toBe("event-1");
  });

  it("prefers an open event to one that ended", () => {
    const ended = makeEvent({ id: "event-0", isOpen: false, state: "recovered", endedOn: 1050, endReason: "returned" });
    expect(attachFinding([ended, makeEvent()], office, 1060)?.id).toBe("event-1");
  });
});
