import { expect, it } from "vitest";
import type { ClaimedDelivery } from "./claim-due-deliveries.ts";
import { digestOf } from "./digest.ts";

const claimed = (id: string, changes: Partial<ClaimedDelivery> = {}): ClaimedDelivery => ({
  id,
  subject: "alert",
  event: "alert.raised",
  aboutId: id,
  recipient: "a@example.com",
  messageId: `msg_${id}`,
  body: JSON.stringify({ kind: "alert", alert: { alertId: id, url: `/lakeshore/alerts/${id}` } }),
  attempt: 1,
  tries: 1,
  channel: null,
  channelSecrets: null,
  endpointId: null,
  url: null,
  headers: null,
  endpointSecrets: null,
  sentLastHour: 0,
  ...changes,
});
const many = (count: number, changes: Partial<ClaimedDelivery> = {}) =>
  Array.from({ length: count }, (_, index) => claimed(`d${index}`, changes));
const sizes = (deliveries: ClaimedDelivery[]) => digestOf(deliveries).map((unit) => unit.covers.length);

it("sends up to ten in an hour singly", () => {
  expect(sizes(many(10))).toEqual(Array(10).fill(1));
});

it("bundles what comes beyond ten, counting what went out in the past hour", () => {
  expect(sizes(many(14))).toEqual([...Array(10).fill(1), 4]);
  expect(sizes(many(3, { sentLastHour: 12 }))).toEqual([3]);
  expect(digestOf(many(3, { sentLastHour: 12 }))[0]?.send.body).toContain('"url":"/lakeshore/alerts"');
});

it("makes no digest of one, and none of what was tried before or is no alert", () => {
  expect(sizes(many(1, { sentLastHour: 12 }))).toEqual([1]);
  expect(sizes(many(3, { sentLastHour: 12, attempt: 2 }))).toEqual([1, 1, 1]);
  expect(sizes(many(3, { sentLastHour: 12, subject: "history" }))).toEqual([1, 1, 1]);
});
