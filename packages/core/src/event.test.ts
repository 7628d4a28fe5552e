import { expect, it } from "vitest";
import { z } from "zod";
import { actorText } from "./actor.ts";
import { fixedClock } from "./clock.ts";
import { DomainError, invalidField } from "./errors.ts";
import { defineEvent } from "./event.ts";
import type { UserId } from "./ids.ts";
import { errorWord } from "./logger.ts";
import { newId } from "./new-id.ts";
import { jitter } from "./random.ts";

it("builds an event only from what its schema allows", () => {
  const raised = defineEvent("alert.raised", z.strictObject({ alertId: z.guid() }));
  const alertId = newId();
  expect(raised({ alertId })).toEqual({ name: "alert.raised", data: { alertId } });
  expect(raised.name).toBe("alert.raised");
  expect(() => raised({ alertId, patient: "x" } as never)).toThrow();
});

it("names every kind of actor in one line", () => {
  expect(actorText({ kind: "user", userId: "u1" as UserId, role: "owner", mayRevealPhi: false })).toBe("user:u1");
  expect(actorText({ kind: "workflow", name: "scan-drift" })).toBe("workflow:scan-drift");
});

it("moves a fixed clock by sleeping", async () => {
  const clock = fixedClock("2026-01-01T00:00:00Z");
  await clock.sleep(1_000);
  clock.advance(1_000);
  expect(clock.now().toISOString()).toBe("2026-01-01T00:00:02.000Z");
});

it("describes an error without its message", () => {
  expect(errorWord(Object.assign(new TypeError("patient Mary"), { code: "23505" }))).toBe("TypeError:23505");
  expect(errorWord("text")).toBe("string");
});

it("keeps jitter within its share", () => {
  for (let tries = 0; tries < 200; tries++) expect(Math.abs(jitter(1_000) - 1_000)).toBeLessThanOrEqual(200);
});

it("carries the refused field", () => {
  expect(invalidField("/name", "too-long", "At most 80 characters")).toMatchObject({
    code: "INVALID",
    detail: { errors: [{ pointer: "/name" }] },
  });
  expect(new DomainError("NOT_FOUND").message).toBe("NOT_FOUND");
});

it("makes ids that sort by time", () => {
  const ids = Array.from({ length: 50 }, () => newId());
  expect([...ids].sort()).toEqual(ids);
});
