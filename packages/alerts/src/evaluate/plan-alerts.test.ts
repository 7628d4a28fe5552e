import { expect, it } from "vitest";
import { findingOf } from "../testing/findings.ts";
import { dedupeKey } from "./dedupe-key.ts";
import { matchesScope } from "./matches-scope.ts";
import { planAlerts } from "./plan-alerts.ts";
import type { PlanInput, PriorAlert, RuleRow } from "./plan-alerts.ts";

const now = new Date("2026-05-20T18:00:00Z");
const everything: RuleRow = {
  id: "rule",
  signals: [],
  payers: [],
  cptGroups: [],
  facilities: [],
  direction: "worse",
  minSeverity: "low",
  minEffect: null,
  minImpactCents: null,
  maxQ: null,
  severityLabel: null,
  usesAllChannels: true,
  channelIds: [],
};
const finding = findingOf();
const prior = (changes: Partial<PriorAlert> = {}): PriorAlert => ({
  id: "alert",
  alertRuleId: "rule",
  driftEventId: finding.driftEventId,
  occurrence: 1,
  severity: "high",
  impactCents: 1_550_000,
  isLive: true,
  isSuppressed: false,
  suppressedReason: null,
  suppressedUntil: null,
  assigneeUserId: "u1",
  ...changes,
});
const plan = (changes: Partial<PlanInput>) =>
  planAlerts({ findings: [finding], rules: [everything], priors: [], histories: new Map(), now, ...changes });

it.each([
  ["every harm by default", {}, true],
  ["its signal", { signals: ["DENIAL_RATE"] }, true],
  ["no other signal", { signals: ["DECISION_TIME"] }, false],
  ["its payer, exactly", { payers: ["Aster Health Plan"] }, true],
  ["no payer of another spelling", { payers: ["aster health plan"] }, false],
  ["its CPT group", { cptGroups: ["IMAGING", "LAB"] }, true],
  ["no other CPT group", { cptGroups: ["LAB"] }, false],
  ["a facility that explains it", { facilities: ["North"] }, true],
  ["no facility that does not", { facilities: ["South"] }, false],
  ["no harm when it listens for improvements", { direction: "better" }, false],
  ["both ways", { direction: "any" }, true],
  ["severity from high on", { minSeverity: "high" }, true],
  ["nothing below critical", { minSeverity: "critical" }, false],
  ["an effect of 11.5 points at least", { minEffect: 0.115 }, true],
  ["no effect below 12 points", { minEffect: 0.12 }, false],
  ["dollars by their cautious end", { minImpactCents: 980_000 }, true],
  ["no dollars beyond the cautious end", { minImpactCents: 980_001 }, false],
  ["a small enough q", { maxQ: 0.01 }, true],
  ["no larger q", { maxQ: 0.009 }, false],
] as [string, Partial<RuleRow>, boolean][])("matches %s", (_name, changes, expected) => {
  expect(matchesScope({ ...everything, ...changes }, { ...finding, facilities: ["North"] })).toBe(expected);
});

it("does not match a group rule with a change of the whole payer, nor dollars or q that are unknown", () => {
  expect(matchesScope({ ...everything, cptGroups: ["IMAGING"] }, findingOf({ cptGroup: null }))).toBe(false);
  expect(
    matchesScope({ ...everything, minImpactCents: 1 }, findingOf({ impactCents: null, impactLowCents: null, impactHighCents: null })),
  ).toBe(false);
  expect(matchesScope({ ...everything, minImpactCents: 1 }, findingOf({ impactLowCents: -5, impactHighCents: 10 }))).toBe(false);
  expect(matchesScope({ ...everything, maxQ: 0.5 }, findingOf({ q: null }))).toBe(false);
});

it("keys repeats by rule, signal, payer, group and direction, and by nothing that could run together", () => {
  const parts = { alertRuleId: "r", signal: "S", payer: 'A"', cptGroup: "B", direction: "higher" } as const;
  expect(dedupeKey(parts)).not.toBe(dedupeKey({ ...parts, payer: "A", cptGroup: '"B' }));
  expect(dedupeKey(parts)).not.toBe(dedupeKey({ ...parts, direction: "lower" }));
  expect(dedupeKey({ ...parts, cptGroup: null })).not.toBe(dedupeKey({ ...parts, cptGroup: "null" }));
});

it.each([
  ["opened", "opened"],
  ["worsened", "worsened"],
  ["continuing", "matched"],
] as const)("raises what is %s and has no alert yet as %s", (kind, cause) => {
  expect(plan({ findings: [{ ...finding, kind }] }).raise).toMatchObject([{ cause, occurrence: 1, decision: { kind: "send" } }]);
});

it("raises nothing while its alert stands, even if a person resolved it", () => {
  for (const isLive of [true, false])
    expect(plan({ findings: [{ ...finding, kind: "continuing" }], priors: [prior({ isLive })] }).raise).toEqual([]);
});

it("raises again when the change comes back after its alert ended", () => {
  expect(plan({ priors: [prior({ isLive: false })] }).raise).toMatchObject([{ cause: "reopened", occurrence: 2, supersedes: null }]);
});

it("replaces a standing alert when its change escalates", () => {
  const raised = plan({ findings: [{ ...finding, kind: "worsened", severity: "critical" }], priors: [prior()] }).raise;
  expect(raised).toMatchObject([{ cause: "worsened", occurrence: 2, supersedes: { id: "alert", assigneeUserId: "u1" } }]);
});

it("releases what a cooldown kept quiet when it is over and the change goes on, and what noise kept quiet not", () => {
  const quiet = (suppressedReason: "cooldown" | "noise", suppressedUntil: Date) =>
    prior({ isLive: false, isSuppressed: true, suppressedReason, suppressedUntil });
  const continuing = [{ ...finding, kind: "continuing" as const }];
  expect(plan({ findings: continuing, priors: [quiet("cooldown", now)] }).release).toHaveLength(1);
  expect(plan({ findings: continuing, priors: [quiet("cooldown", new Date(now.getTime() + 1))] }).release).toHaveLength(0);
  expect(plan({ findings: continuing, priors: [quiet("noise", now)] }).release).toHaveLength(0);
});

it("ends the alerts of what recovered or was withdrawn, whatever the rules say now", () => {
  expect(plan({ findings: [{ ...finding, kind: "recovered" }], rules: [] }).end).toEqual([
    { driftEventId: finding.driftEventId, resolution: "recovered" },
  ]);
  expect(plan({ findings: [{ ...finding, kind: "withdrawn" }] })).toMatchObject({ raise: [], end: [{ resolution: "withdrawn" }] });
});

it("lets each matching rule raise its own alert with its own label", () => {
  const raised = plan({ rules: [everything, { ...everything, id: "loud", severityLabel: "critical" }] }).raise;
  expect(raised.map((alert) => [alert.rule.id, alert.severity])).toEqual([
    ["rule", "high"],
    ["loud", "critical"],
  ]);
});
