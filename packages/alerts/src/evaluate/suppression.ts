import type { Severity } from "../alert-rules/rule-schemas.ts";
import type { Verdict } from "../lifecycle/judgment-schemas.ts";
import { severityRank } from "./matches-scope.ts";

const hour = 3_600_000;
const day = 24 * hour;
export const cooldownMs = 4 * hour;
export const noiseWindowMs = 30 * day;
export const muteMs = 30 * day;

export type JudgedVerdict = { id: string; verdict: Verdict; at: Date };
export type Mute = { until: Date; judgmentIds: string[] };
export type Weight = { severity: Severity; impactCents: number | null };

/** What is known about one dedupe key. */
export type KeyHistory = {
  /** The last alert of the key that people were told about. */
  lastAnnounced: (Weight & { at: Date }) | null;
  verdicts: readonly JudgedVerdict[];
  /** When somebody last undid a suppression of the key. */
  undoneAt: Date | null;
};

export type SuppressionDecision =
  | { kind: "send"; brokeThrough: boolean }
  | { kind: "suppress"; reason: "cooldown" | "noise"; until: Date; judgmentIds: string[] };

/** Escalation: severity at least one label up, or dollars at least doubled. */
export function isEscalation(before: Weight, after: Weight): boolean {
  if (severityRank(after.severity) > severityRank(before.severity)) return true;
  if (before.impactCents === null || after.impactCents === null || before.impactCents === 0) return false;
  return Math.abs(after.impactCents) >= 2 * Math.abs(before.impactCents);
}

/** The mute a key is under: two noise verdicts within 30 days mute it for 30 days from the second; a later real verdict or an undo clears it. */
export function muteOf(history: Pick<KeyHistory, "verdicts" | "undoneAt">, now: Date): Mute | null {
  const noise = noiseSinceCleared(history);
  for (let index = noise.length - 1; index > 0; index--) {
    const second = noise[index];
    const first = noise[index - 1];
    if (!first || !second || second.at.getTime() - first.at.getTime() > noiseWindowMs) continue;
    const until = new Date(second.at.getTime() + muteMs);
    return until > now ? { until, judgmentIds: [first.id, second.id] } : null;
  }
  return null;
}

/** By when one more noise verdict would mute the key; null when there is no verdict to build on. */
export function oneMoreNoiseBy(history: Pick<KeyHistory, "verdicts" | "undoneAt">, now: Date): Date | null {
  const last = noiseSinceCleared(history).at(-1);
  if (!last) return null;
  const by = new Date(last.at.getTime() + noiseWindowMs);
  return by > now ? by : null;
}

/** Whether people are told: repeats within 4 hours and muted keys are kept quiet unless the finding escalates. */
export function decideSuppression(finding: Weight, history: KeyHistory, now: Date): SuppressionDecision {
  const last = history.lastAnnounced;
  const cooledAt = last === null ? null : new Date(last.at.getTime() + cooldownMs);
  const mute = muteOf(history, now);
  const isCooling = cooledAt !== null && cooledAt > now;
  if (mute === null && !isCooling) return { kind: "send", brokeThrough: false };
  if (last !== null && isEscalation(last, finding)) return { kind: "send", brokeThrough: true };
  if (mute !== null) return { kind: "suppress", reason: "noise", until: mute.until, judgmentIds: mute.judgmentIds };
  return { kind: "suppress", reason: "cooldown", until: cooledAt ?? now, judgmentIds: [] };
}

function noiseSinceCleared(history: Pick<KeyHistory, "verdicts" | "undoneAt">): JudgedVerdict[] {
  const cleared = history.verdicts
    .filter((verdict) => verdict.verdict === "real")
    .reduce((latest, verdict) => Math.max(latest, verdict.at.getTime()), history.undoneAt?.getTime() ?? Number.NEGATIVE_INFINITY);
  return history.verdicts
    .filter((verdict) => verdict.verdict === "noise" && verdict.at.getTime() > cleared)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
