import type { AlertDetail, AlertDto } from "@upstream/alerts/schemas";
import type { DriftEventDetailDto } from "@upstream/drift/schemas";
import { describe, expect, it } from "vitest";
import { sentenceText } from "../../ui/page-sentence.tsx";
import { alertInput, isYoungEnough } from "./alert-input.ts";
import { toAlertRow } from "./alert-row-view.ts";
import { signalName } from "../../ui/text/signal-name.ts";
import { changeText, endText } from "./alert-words.ts";
import { alertsSentence } from "./alerts-sentence.ts";
import { otherLook } from "./other-look.ts";
import { shownEvidence } from "./shown-evidence.ts";
import { snoozeTimes } from "./snooze-times.ts";

const scene = { base: "/lakeshore", zone: "America/Chicago", now: "2026-05-21T14:00:00Z", userId: "me" };
const alert = {
  id: "a1",
  state: "open",
  severity: "high",
  signal: "DENIAL_RATE",
  payer: "Aster Health Plan",
  cptGroup: null,
  isHarm: true,
  cause: "opened",
  sentence: "Aster Health Plan denied 18.6% of claims.",
  impactKind: "at-stake",
  impactCents: 1_550_000,
  impactLowCents: 980_000,
  impactHighCents: 2_140_000,
  assigneeUserId: null,
  assigneeName: null,
  raisedAt: "2026-05-20T23:02:00Z",
  snoozedUntil: null,
  followUpOn: null,
} as unknown as AlertDto;

describe("alerts", () => {
  it("counts open alerts, those without owner, and never adds lost and held-back money", () => {
    expect(
      sentenceText(alertsSentence({ open: 6, withoutOwner: 2, atStakeCents: 4_480_000, heldBackCents: 8_220_000, isCompared: true })),
    ).toBe("Six alerts are open and two have no owner. Together they put about $44,800 a month at stake and hold back $82,200.");
    expect(sentenceText(alertsSentence({ open: 1, withoutOwner: 0, atStakeCents: 0, heldBackCents: 0, isCompared: true }))).toBe(
      "One alert is open and every one has an owner.",
    );
    expect(sentenceText(alertsSentence({ open: 0, withoutOwner: 0, atStakeCents: 0, heldBackCents: 0, isCompared: false }))).toBe(
      "No alert is open. No claims have been compared yet.",
    );
  });

  it("puts an open alert without owner first and takes the payer out of its sentence", () => {
    const row = toAlertRow(alert, scene);
    expect(row).toMatchObject({ group: "nobody", chip: { kind: "new" }, cptGroup: "All groups", change: "denied 18.6% of claims." });
    expect(row.estimate).toEqual({ cents: 1_550_000, lowCents: 980_000, highCents: 2_140_000, unit: "a month" });
  });

  it("says the change in one line: what stands above it is left out", () => {
    const sentence =
      "Aster Health Plan denied 30.2% of Imaging claims decided Oct 21 – Nov 17, up from 9.2% of comparable claims before: 20.9 points more (95% interval 12.1 to 31.1).";
    expect(toAlertRow({ ...alert, cptGroup: "IMAGING", sentence }, scene)).toMatchObject({
      change: "denied 30.2%, up from 9.2%",
      evidence: "12.1 to 31.1 points more (95% interval), decided Oct 21 – Nov 17",
    });
    const slow =
      "Claims to Borea now take about 9 days longer to be decided (95% interval 8 to 11): 363 decisions came Oct 21 – Nov 17 where 627 were expected.";
    expect(toAlertRow({ ...alert, payer: "Borea", sentence: slow }, scene)).toMatchObject({
      change: "claims now take about 9 days longer to be decided",
      evidence: "95% interval 8 to 11",
    });
  });

  it("says until when an alert sleeps and when a follow-up is due", () => {
    expect(toAlertRow({ ...alert, state: "snoozed", snoozedUntil: "2026-05-22T13:00:00Z" }, scene).chip?.text).toBe("until tomorrow");
    expect(toAlertRow({ ...alert, state: "acknowledged", followUpOn: "2026-05-21" }, scene).chip?.text).toBe("Due today");
  });

  it("tells what a bulk change did and why the rest was left", () => {
    expect(changeText("acknowledge", 2, [{ reason: "resolved" }])).toBe("2 acknowledged, 1 was already resolved");
  });

  it("says how an alert ended, by itself or by somebody", () => {
    expect(endText("recovered")).toBe("Recovered.");
    expect(endText("noise")).toBe("Resolved: noise.");
  });

  it("asks for every severity from the least one on, and for the states of the tab", () => {
    const params = { tab: "inbox", severity: "high", payer: null, signal: null, owner: "none", age: null, sort: "-impact" } as const;
    expect(alertInput(params)).toEqual({
      limit: 200,
      sort: "-impact",
      status: ["open", "acknowledged", "snoozed"],
      severity: ["high", "critical"],
      assignee: "none",
    });
    expect(isYoungEnough(alert, "1", scene.now)).toBe(true);
    expect(isYoungEnough({ raisedAt: "2026-05-19T14:00:00Z" }, "1", scene.now)).toBe(false);
    expect(alertInput({ ...params, tab: "all", severity: null, owner: null })).toEqual({ limit: 200, sort: "-impact" });
  });

  it("names signals it does not know in words", () => {
    expect(signalName("DECISION_TIME")).toBe("Decision time");
    expect(signalName("NEW_SIGNAL")).toBe("New signal");
  });

  it("snoozes into the future only", () => {
    for (const time of snoozeTimes(scene.now)) expect(Date.parse(time.until)).toBeGreaterThan(Date.parse(scene.now));
  });

  it("shows a standing alert as measured last and says what it was raised with; a resolved one the other way round", () => {
    const raised = {
      sentence: "Aster Health Plan denied 18.6% of claims.",
      impactCents: 1_550_000,
      impactLowCents: null,
      impactHighCents: null,
    };
    const evidence = { current: { to: "2026-05-01" }, effect: 0.1 };
    const standing = { ...alert, sentence: "Aster Health Plan denied 25.0% of claims.", raised, evidence } as unknown as AlertDetail;
    const event = {
      id: "e1",
      unit: "rate",
      state: "worsened",
      current: { to: "2026-05-20" },
      now: 0.25,
      effect: 0.18,
      evidence: { slices: [] },
    } as unknown as DriftEventDetailDto;
    expect(shownEvidence(standing, event)).toMatchObject({ current: { to: "2026-05-20" }, effect: 0.18 });
    expect(otherLook(standing, event, "/a")).toEqual({
      text: "When it was raised: Aster Health Plan denied 18.6% of claims. $15,500 a month.",
      href: "/a/drift/e1",
    });
    const told = { ...standing, raised: { ...raised, sentence: "It decides later. About $15,500 is held back." } };
    expect(otherLook(told, event, "/a")?.text).toBe("When it was raised: It decides later. About $15,500 is held back.");
    expect(otherLook({ ...standing, sentence: raised.sentence }, event, "/a")).toBeNull();
    const resolved = { ...standing, state: "resolved" } as AlertDetail;
    expect(shownEvidence(resolved, event)).toBe(resolved.evidence);
    expect(otherLook(resolved, event, "/a")?.text).toMatch(/^Looked at again through May 20: now 25\.0%/);
  });
});
