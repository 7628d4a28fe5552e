import { expect, it } from "vitest";
import { afterAttempt } from "./endpoint-health.ts";
import type { EndpointHealth } from "./endpoint-health.ts";

const start = new Date("2026-05-20T12:00:00Z");
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);
const healthy: EndpointHealth = {
  failuresInARow: 0,
  failingSince: null,
  isBreakerOpen: false,
  goodProbes: 0,
  probeAt: null,
  lastSuccessAt: null,
};
const day = 86_400_000;

function fail(health: EndpointHealth, times: number, at = start): EndpointHealth {
  let next = health;
  for (let index = 0; index < times; index++) next = afterAttempt(next, { ok: false, isGone: false, at }).health;
  return next;
}

it("opens the breaker at 20 failures in a row and lets one probe through a minute", () => {
  expect(fail(healthy, 19).isBreakerOpen).toBe(false);
  expect(fail(healthy, 20)).toMatchObject({ isBreakerOpen: true, probeAt: later(60_000) });
});

it("closes the breaker after three good probes, and starts over when one fails", () => {
  let health = fail(healthy, 20);
  health = afterAttempt(health, { ok: true, isGone: false, at: later(60_000) }).health;
  expect(health).toMatchObject({ isBreakerOpen: true, goodProbes: 1, failuresInARow: 0 });
  health = fail(health, 1, later(120_000));
  expect(health).toMatchObject({ isBreakerOpen: true, goodProbes: 0 });
  for (let index = 0; index < 3; index++) health = afterAttempt(health, { ok: true, isGone: false, at: later(180_000) }).health;
  expect(health).toMatchObject({ isBreakerOpen: false, goodProbes: 0, probeAt: null });
});

it("switches an endpoint off that says it is gone", () => {
  expect(afterAttempt(healthy, { ok: false, isGone: true, at: start }).disable).toBe("gone");
});

it("switches an endpoint off after five days of nothing but failures, and a success starts the count over", () => {
  const failing = fail(healthy, 3);
  expect(afterAttempt(failing, { ok: false, isGone: false, at: later(5 * day - 1) }).disable).toBeNull();
  expect(afterAttempt(failing, { ok: false, isGone: false, at: later(5 * day) }).disable).toBe("failing");
  const good = afterAttempt(failing, { ok: true, isGone: false, at: later(4 * day) }).health;
  expect(afterAttempt(good, { ok: false, isGone: false, at: later(6 * day) }).disable).toBeNull();
});
