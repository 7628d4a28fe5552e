import { createHmac } from "node:crypto";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { expect, it } from "vitest";
import { systemClock } from "@upstream/core";
import { activeSecrets, isUsableSecret, newSecret, rotated, signatureHeaders } from "./signature.ts";

const body = '{"type":"alert.raised","data":{"id":"é"}}';
const now = systemClock.now();

it("makes secrets of 32 bytes, each its own", () => {
  const secret = newSecret();
  expect(Buffer.from(secret.slice(6), "base64")).toHaveLength(32);
  expect(isUsableSecret(secret)).toBe(true);
  expect(newSecret()).not.toBe(secret);
});

it("is verified by standardwebhooks and by svix with either secret of a rotation", () => {
  const old = newSecret();
  const next = newSecret();
  const secrets = rotated({ current: old, previous: [] }, next, now, 24);
  const headers = signatureHeaders(activeSecrets(secrets, now), "msg_0123456789abcdef0123456789abcdef", now, body);
  for (const secret of [old, next]) {
    expect(new StandardWebhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(new SvixWebhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  }
  expect(() => new StandardWebhook(newSecret()).verify(body, headers)).toThrow();
  expect(() => new SvixWebhook(old).verify(`${body} `, headers)).toThrow();
});

it("signs id, time and body as the standard says", () => {
  const secret = newSecret();
  const headers = signatureHeaders([secret], "msg_a", now, body);
  const digest = createHmac("sha256", Buffer.from(secret.slice(6), "base64"))
    .update(`msg_a.${headers["webhook-timestamp"]}.${body}`)
    .digest("base64");
  expect(headers["webhook-signature"]).toBe(`v1,${digest}`);
});

it("lets an old secret go when its overlap ends, and keeps ten at most", () => {
  let secrets = { current: newSecret(), previous: [] as readonly { secret: string; until: string }[] };
  for (let index = 0; index < 15; index++) secrets = rotated(secrets, newSecret(), now, 24);
  expect(activeSecrets(secrets, now)).toHaveLength(11);
  expect(activeSecrets(secrets, new Date(now.getTime() + 25 * 3_600_000))).toEqual([secrets.current]);
  expect(rotated({ current: "a", previous: [] }, "b", now, 0).previous).toEqual([]);
});

it.each([
  "",
  "whsec_",
  "whsec_c2hvcnQ=",
  "secret",
  "whsec_not base64!!",
  `whsec_${Buffer.alloc(65).toString("base64")}`,
  Buffer.alloc(32).toString("base64"),
])("refuses the secret %s", (secret) => {
  expect(isUsableSecret(secret)).toBe(false);
});
