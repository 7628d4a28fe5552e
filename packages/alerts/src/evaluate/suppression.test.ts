import { expect, it } from "vitest";
import { decideSuppression, isEscalation, muteOf, oneMoreNoiseBy } from "./suppression.ts";
import type { JudgedVerdict, KeyHistory } from "./suppression.ts";

const now = new Date("2026-06-20T12:00:00Z");
const hour = 3_600_000;
const day = 24 * hour;
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const weight = { severity: "medium", impactCents: 100_000 } as const;
const announced = (milliseconds: number, changes: Partial<typeof weight> = {}) => ({ ...weight, ...changes, at: ago(milliseconds) });
const verdict = (id: string, kind: JudgedVerdict["verdict"], milliseconds: number): JudgedVerdict => ({
  id,
  verdict: kind,
  at: ago(milliseconds),
});
const history = (changes: Partial<KeyHistory>): KeyHistory => ({ lastAnnounced: null, verdicts: [], undoneAt: null, ...changes });

const twoNoise = [verdict("a", "noise", 20 * day), verdict("b", "noise", 2 * day)];

it.each([
  { name: "sends what was never sent", given: history({}), kind: "send" },
  {
    name: "keeps a repeat within 4 hours quiet",
    given: history({ lastAnnounced: announced(4 * hour - 1) }),
    kind: "suppress",
    reason: "cooldown",
  },
  { name: "sends again when 4 hours are over", given: history({ lastAnnounced: announced(4 * hour) }), kind: "send" },
  { name: "does not mute after one noise verdict", given: history({ verdicts: [verdict("a", "noise", day)] }), kind: "send" },
  { name: "mutes after two noise verdicts in 30 days", given: history({ verdicts: twoNoise }), kind: "suppress", reason: "noise" },
  {
    name: "does not mute when the two lie further apart",
    given: history({ verdicts: [verdict("a", "noise", 33 * day), verdict("b", "noise", 2 * day)] }),
    kind: "send",
  },
  {
    name: "lets a mute end after 30 days",
    given: history({ verdicts: [verdict("a", "noise", 40 * day), verdict("b", "noise", 30 * day)] }),
    kind: "send",
  },
  {
    name: "still mutes a moment before its end",
    given: history({ verdicts: [verdict("a", "noise", 40 * day), verdict("b", "noise", 30 * day - 1)] }),
    kind: "suppress",
    reason: "noise",
  },
  { name: "is cleared by a later real verdict", given: history({ verdicts: [...twoNoise, verdict("c", "real", day)] }), kind: "send" },
  {
    name: "is not cleared by an earlier real verdict",
    given: history({ verdicts: [verdict("c", "real", 25 * day), ...twoNoise] }),
    kind: "suppress",
    reason: "noise",
  },
  {
    name: "does not count noise from before a real verdict",
    given: history({ verdicts: [verdict("a", "noise", 20 * day), verdict("c", "real", 10 * day), verdict("b", "noise", 2 * day)] }),
    kind: "send",
  },
  {
    name: "is not moved by follow-ups",
    given: history({ verdicts: [...twoNoise, verdict("c", "needs-follow-up", day)] }),
    kind: "suppress",
    reason: "noise",
  },
  { name: "is cleared by an undo", given: history({ verdicts: twoNoise, undoneAt: ago(day) }), kind: "send" },
  {
    name: "mutes again by two verdicts after the undo",
    given: history({ verdicts: [...twoNoise, verdict("c", "noise", day), verdict("d", "noise", hour)], undoneAt: ago(1.5 * day) }),
    kind: "suppress",
    reason: "noise",
  },
])("$name", ({ given, kind, reason }) => {
  expect(decideSuppression(weight, given, now)).toMatchObject(reason === undefined ? { kind } : { kind, reason });
});

it("names the two verdicts that muted and the day the mute ends", () => {
  expect(muteOf({ verdicts: twoNoise, undoneAt: null }, now)).toEqual({
    until: new Date(now.getTime() + 28 * day),
    judgmentIds: ["a", "b"],
  });
});

it.each([
  [{ severity: "high", impactCents: 100_000 }, true],
  [{ severity: "medium", impactCents: 200_000 }, true],
  [{ severity: "medium", impactCents: 199_999 }, false],
  [{ severity: "low", impactCents: 150_000 }, false],
  [{ severity: "medium", impactCents: null }, false],
] as const)("calls %j an escalation of medium and $1,000: %s", (after, expected) => {
  expect(isEscalation(weight, after)).toBe(expected);
});

it.each(["cooldown", "noise"])("lets an escalation break through a %s", (reason) => {
  const given = history({ lastAnnounced: announced(reason === "noise" ? 10 * day : hour), verdicts: reason === "noise" ? twoNoise : [] });
  expect(decideSuppression({ severity: "high", impactCents: null }, given, now)).toEqual({ kind: "send", brokeThrough: true });
});

it("says by when one more noise verdict mutes", () => {
  expect(oneMoreNoiseBy({ verdicts: [verdict("a", "noise", day)], undoneAt: null }, now)).toEqual(new Date(now.getTime() + 29 * day));
  expect(oneMoreNoiseBy({ verdicts: [], undoneAt: null }, now)).toBeNull();
});
