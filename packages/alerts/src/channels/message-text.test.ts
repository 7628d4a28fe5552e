import { expect, it } from "vitest";
import { findingOf } from "../testing/findings.ts";
import type { ChannelMessage } from "./message.ts";
import { messageOfAlert } from "./message-of-alert.ts";
import { htmlPage } from "./message-html.ts";
import { headline, impactText, plainText, valueText } from "./message-text.ts";

const alert = messageOfAlert({ ...findingOf({ payer: `Aster <&"'> Plan` }), alertId: "a1" }, "lakeshore");

it.each([
  [98_700, "About $990 a month is at stake."],
  [1_554_900, "About $15,500 a month is at stake."],
  [12_345_600, "About $123,000 a month is at stake."],
  [-1_554_900, "About $15,500 a month is at stake."],
])("rounds %i cents as estimates are rounded", (impactCents, text) => {
  expect(impactText({ impactKind: "at-stake", impactCents })).toBe(text);
});

it("says held back for durations and nothing where dollars are unknown", () => {
  expect(impactText({ impactKind: "held-back", impactCents: 6_400_000 })).toBe("About $64,000 is held back.");
  expect(impactText({ impactKind: "unknown", impactCents: null })).toBeNull();
});

it.each([
  [0.1856, "rate", "18.6%"],
  [30.6, "days", "31 days"],
  [123_456, "cents", "$1,234.56"],
  [12, "count", "12"],
  [1.234, "ratio of hazards", "1.23"],
])("writes %d in %s as %s", (value, unit, text) => {
  expect(valueText(value, unit)).toBe(text);
});

const messages: [ChannelMessage, string][] = [
  [{ kind: "alert", alert }, `High: Aster <&"'> Plan, IMAGING`],
  [{ kind: "history", total: 5, alerts: [alert], url: "/lakeshore/alerts" }, "5 changes were under way when your data began"],
  [{ kind: "history", total: 1, alerts: [alert], url: "/lakeshore/alerts" }, "1 change was under way when your data began"],
  [{ kind: "digest", total: 4, alerts: [alert], url: "/lakeshore/alerts" }, "4 more alerts"],
  [{ kind: "test", channelName: "Billing", url: "/lakeshore/settings/channels" }, "Test message to Billing"],
  [
    { kind: "endpoint-disabled", endpointUrl: "https://hooks.example.com", reason: "failing", url: "/x" },
    "A webhook endpoint was switched off",
  ],
  [
    { kind: "endpoint-disabled", endpointUrl: "https://hooks.example.com", reason: "gone", url: "/x" },
    "A webhook endpoint was switched off",
  ],
];

it.each(messages)("says a message as text and as HTML without markup from outside: %j", (message, subject) => {
  expect(headline(message)).toBe(subject);
  const url = message.kind === "alert" ? message.alert.url : message.url;
  expect(plainText(message)).toContain(url);
  const html = htmlPage(message);
  expect(html).toContain(`href="${url}"`);
  expect(html).not.toContain(`<&"'>`);
  expect(html).not.toMatch(/<script|<img|src=/);
});
