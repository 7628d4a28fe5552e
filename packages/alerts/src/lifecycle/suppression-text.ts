import type { JudgmentEffect, Verdict } from "./judgment-schemas.ts";
import { muteOf, oneMoreNoiseBy } from "../evaluate/suppression.ts";
import type { JudgedVerdict } from "../evaluate/suppression.ts";

/** A day as people write it, "Jun 9", in the customer's zone. */
export function dayText(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone }).format(at);
}

/** Why something was kept quiet, in words. */
export function suppressionText(reason: "cooldown" | "noise", until: Date, timeZone: string): string {
  if (reason === "noise")
    return `Muted until ${dayText(until, timeZone)}: it was called noise twice in 30 days. A worse change would still be sent.`;
  const time = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone }).format(until);
  return `Kept quiet until ${dayText(until, timeZone)}, ${time}: the same alert was sent within 4 hours. A worse change would still be sent.`;
}

export type EffectInput = {
  verdict: Verdict;
  followUpOn: string | null;
  verdicts: readonly JudgedVerdict[];
  undoneAt: Date | null;
  now: Date;
  timeZone: string;
};

/** What the verdict just saved does to later alerts of the same kind. */
export function judgmentEffectOf(input: EffectInput): JudgmentEffect {
  const { verdict, verdicts, undoneAt, now, timeZone } = input;
  if (verdict === "real") return { kind: "keeps-coming", until: null, text: "Saved as real. Later alerts of this kind keep coming." };
  if (verdict === "needs-follow-up") {
    const due = input.followUpOn === null ? "" : `, due ${dayText(new Date(`${input.followUpOn}T12:00:00Z`), "UTC")}`;
    return { kind: "nothing", until: null, text: `Saved as needs follow-up${due}. Nothing is sent again.` };
  }
  const mute = muteOf({ verdicts, undoneAt }, now);
  if (mute !== null)
    return { kind: "mutes", until: mute.until.toISOString(), text: `Saved as noise. ${suppressionText("noise", mute.until, timeZone)}` };
  const by = oneMoreNoiseBy({ verdicts, undoneAt }, now);
  if (by === null) return { kind: "nothing", until: null, text: "Saved as noise." };
  return {
    kind: "one-more-mutes",
    until: by.toISOString(),
    text: `Saved as noise. One more noise verdict by ${dayText(by, timeZone)} mutes this for 30 days.`,
  };
}
