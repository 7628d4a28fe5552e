import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openKnownDevice, sealKnownDevice } from "./known-device.ts";
import { networkOf } from "./network-of.ts";

const secret = randomBytes(32);
const now = new Date("2026-11-25T12:00:00Z");
const email = "olive@example.org";
const mark = sealKnownDevice(secret, email, now);
const dayMs = 86_400_000;

describe("known device", () => {
  it("is known to its account, however its address is spelled, for 90 days", () => {
    const id = openKnownDevice(secret, mark, { email: "Olive@Example.org", now });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(openKnownDevice(secret, mark, { email, now: new Date(now.getTime() + 90 * dayMs - 1) })).toBe(id);
    expect(openKnownDevice(secret, mark, { email, now: new Date(now.getTime() + 90 * dayMs) })).toBeUndefined();
  });

  it.each([
    ["no mark", undefined, email, secret],
    ["another account's", mark, "mallory@example.org", secret],
    ["another installation's", mark, email, randomBytes(32)],
    ["a longer life", mark.replace(/\.\d+\./, ".9999999999999."), email, secret],
    ["another device's id", mark.replace(/^v1\.[^.]+/, "v1.0192f0c1-7b3a-7c21-9a44-3f5b2a1c0d9e"), email, secret],
    ["something after it", `${mark}x`, email, secret],
  ])("is not known by %s", (_, given, account, key) => {
    expect(openKnownDevice(key, given, { email: account, now })).toBeUndefined();
  });
});

it.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:7:1::9", "2001:db8:7::/48"],
  ["unknown", "unknown"],
])("counts %s in the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
