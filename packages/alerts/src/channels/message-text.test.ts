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
  [{ kind: "alert", alert }, `High: Aster <&"'> Plan, Imaging`],
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
  [{ kind: "session-ended", url: "/login" }, "A session of your account was ended"],
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

it("says an alert of a whole payer without dollars, figures, sources or steps in a sentence and a link", () => {
  const finding = findingOf({ cptGroup: null, impactKind: "unknown", impactCents: null });
  const empty = { ...finding.evidence, baseline: null, current: null, slices: [], nextSteps: [] };
  const bare = messageOfAlert({ ...finding, alertId: "a2", evidence: empty }, "lakeshore");
  expect(bare).toMatchObject({ segment: "Aster Health Plan", impact: null, figures: [], sources: [] });
  expect(plainText({ kind: "alert", alert: bare })).toBe(`${finding.sentence}\n\nOpen the alert: /lakeshore/alerts/a2`);
  for (const message of [
    { kind: "alert", alert: bare },
    { kind: "history", total: 1, alerts: [bare], url: "/lakeshore/alerts" },
  ] as const) {
    expect(htmlPage(message)).not.toMatch(/<table|<ul|at stake/);
  }
});

it("leaves out of figures and sources what is not known", () => {
  const finding = findingOf();
  const side = { from: "2026-01-28", to: "2026-04-21", n: 1284, count: null, value: null };
  const slice = { dimension: "cpt", value: "73721", shareOfChange: null, shareOfVolume: null };
  const message = messageOfAlert(
    { ...finding, alertId: "a3", evidence: { ...finding.evidence, baseline: side, current: side, slices: [slice] } },
    "x",
  );
  expect(message.figures.map((row) => row.before)).toEqual(["2026-01-28 to 2026-04-21", "1,284"]);
  expect(message.sources).toEqual(["cpt 73721"]);
});

it("tells money once, where the sentence has it already", () => {
  const held = { ...findingOf(), alertId: "a3", impactKind: "held-back" as const, impactCents: 6_400_000 };
  expect(messageOfAlert(held, "lakeshore").impact).toBe("About $64,000 is held back.");
  const sentence = "Aster decides 12 days later. About $64,000 is held back.";
  expect(messageOfAlert({ ...held, sentence }, "lakeshore").impact).toBeNull();
});
