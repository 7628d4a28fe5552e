import { newId } from "@upstream/core";
import type { DriftEventId, Id } from "@upstream/core";
import type { RunFinding } from "@upstream/drift";
import { expect, it } from "vitest";
import { nextStepsFor } from "./next-steps.ts";
import { toFinding } from "./to-finding.ts";

const facts = {
  payer: "Aster",
  cptGroup: "IMAGING",
  severity: "high",
  impactKind: "held-back",
  impactCents: 6_400_000,
  topReason: "197",
  extraEvents: 49.4,
} as const;

it.each(["DENIAL_RATE", "AUTHORIZATION_DENIAL", "PAYMENT_AMOUNT", "DECISION_TIME", "PAYMENT_TIME", "TAKEBACK", "SOMETHING_NEW"])(
  "gives three steps for %s, the first for today",
  (signal) => {
    const steps = nextStepsFor({ ...facts, signal });
    expect(steps.map((step) => step.urgency)).toEqual(["today", "this-week", "then"]);
    expect(steps.every((step) => step.title !== "" && step.detail !== "")).toBe(true);
  },
);

it("leaves today alone for small changes, and says only what is known", () => {
  const steps = nextStepsFor({ ...facts, signal: "DENIAL_RATE", severity: "low", cptGroup: null, topReason: null, extraEvents: null });
  expect(steps.map((step) => step.urgency)).toEqual(["this-week", "this-week", "then"]);
  expect(steps[0]?.detail).toBe("Look for one rule they have in common.");
  expect(nextStepsFor({ ...facts, signal: "DECISION_TIME" })[2]?.detail).toBe("About $64,000 is held back.");
  expect(nextStepsFor({ ...facts, signal: "DECISION_TIME", impactCents: 2_447_312 })[2]?.detail).toBe("About $24,500 is held back.");
  expect(nextStepsFor({ ...facts, signal: "PAYMENT_TIME", impactKind: "unknown", impactCents: null })[2]?.detail).toBe(
    "Until they come back to the earlier pace.",
  );
});

const found = (changes: Partial<RunFinding> = {}): RunFinding => ({
  driftEventId: newId<DriftEventId>(),
  kind: "opened",
  isHistoric: false,
  event: {
    id: newId<DriftEventId>(),
    signal: "DECISION_TIME",
    payerId: newId<Id<"payer">>(),
    payer: "Borea",
    cptGroup: null,
    direction: "higher",
    isHarm: true,
    state: "opened",
    isHistoric: false,
    openedOn: "2026-05-19",
    endedOn: null,
    severity: "medium",
    unit: "days",
    before: 19,
    now: 31,
    effect: 12,
    effectLow: 9,
    effectHigh: 15,
    impact: { cents: 6_400_000, lowCents: 4_100_000, highCents: 8_800_000 },
    confidence: 0.9,
    sentence: "Claims to Borea now take about 12 days longer to be decided.",
  },
  q: 0.02,
  impactKind: "held-back",
  startedOn: "2026-05-05",
  baseline: { from: "2026-01-28", to: "2026-04-21", n: 341, count: null, value: 19 },
  current: { from: "2026-04-22", to: "2026-05-19", n: 212, count: null, value: 31 },
  slices: [{ dimension: "facility", value: "North", shareOfChange: 0.8, shareOfVolume: 0.4 }],
  ...changes,
});

it("carries money and facilities of a finding over", () => {
  expect(toFinding(found())).toMatchObject({
    impactKind: "held-back",
    impactCents: 6_400_000,
    impactLowCents: 4_100_000,
    facilities: ["North"],
    cptGroup: null,
  });
});

it("calls money unknown when the drift has none", () => {
  const bare = found({ impactKind: "unknown", event: { ...found().event, impact: null } });
  expect(toFinding(bare)).toMatchObject({ impactKind: "unknown", impactCents: null, impactLowCents: null, impactHighCents: null });
  expect(toFinding(found({ event: { ...found().event, impact: null } }))).toMatchObject({ impactKind: "unknown", impactCents: null });
});

it("counts no extra events when there are fewer than before", () => {
  const fewer = found({
    baseline: { from: "a", to: "b", n: 100, count: 20, value: 0.2 },
    current: { from: "a", to: "b", n: 100, count: 5, value: 0.05 },
  });
  expect(
    toFinding({ ...fewer, event: { ...fewer.event, signal: "DENIAL_RATE", unit: "rate" } }).evidence.nextSteps[0]?.detail,
  ).not.toContain("more denials");
});
