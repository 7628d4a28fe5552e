import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

const shape = /^v1\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{10,13})\.([\w-]{43})$/;
const lifeMs = 90 * 24 * 3_600_000;

/** How long a device stays known, in seconds. */
export const knownDeviceSeconds = lifeMs / 1_000;

function macOf(secret: Buffer, device: { id: string; until: string; email: string }): Buffer {
  return createHmac("sha256", secret).update(`device:${device.id}:${device.until}:${device.email.toLowerCase()}`).digest();
}

/** The mark of a device on which this account has signed in: good for 90 days and this account alone. */
export function sealKnownDevice(secret: Buffer, email: string, now: Date): string {
  const device = { id: randomUUID(), until: String(now.getTime() + lifeMs), email };
  return `v1.${device.id}.${device.until}.${macOf(secret, device).toString("base64url")}`;
}

/** The id of a device known to this account, or undefined for a mark that is not ours, not this account's or too old. */
export function openKnownDevice(secret: Buffer, mark: string | undefined, attempt: { email: string; now: Date }): string | undefined {
  const [, id, until, mac] = shape.exec(mark ?? "") ?? [];
  if (id === undefined || until === undefined || mac === undefined || Number(until) <= attempt.now.getTime()) return undefined;
  const given = Buffer.from(mac, "base64url");
  const expected = macOf(secret, { id, until, email: attempt.email });
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}
