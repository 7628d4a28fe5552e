import { groupName } from "@upstream/core";
import { impactText } from "../channels/message-text.ts";
import type { NextStep } from "../lifecycle/evidence-schemas.ts";
import type { Finding } from "./finding.ts";

type Facts = Pick<Finding, "signal" | "payer" | "cptGroup" | "severity" | "impactKind" | "impactCents"> & {
  topReason: string | null;
  extraEvents: number | null;
};

const rulebook: Record<string, (facts: Facts) => Pick<NextStep, "title" | "detail">[]> = {
  DENIAL_RATE: (facts) => [
    {
      title: "Read the denied claims behind it",
      detail: `${extra(facts, "denials")}${reason(facts)} Look for one rule they have in common.`,
    },
    { title: "Appeal what can still be appealed", detail: "The letter packet lists the claims with the numbers." },
    {
      title: "Tell the people who send these claims",
      detail: `Claims for ${segment(facts)} that are still undecided may be denied for the same reason.`,
    },
  ],
  AUTHORIZATION_DENIAL: (facts) => [
    {
      title: "Check the authorization queue",
      detail: `${extra(facts, "denials")} Ask ${facts.payer} whether these procedures need an authorization now.`,
    },
    { title: "Appeal where an authorization was obtained", detail: "Attach its number; the letter packet lists the claims." },
    { title: "Tell scheduling", detail: `New appointments for ${segment(facts)} should not be booked without an answer.` },
  ],
  PAYMENT_AMOUNT: (facts) => [
    { title: "Compare with the contract", detail: `Take the fee schedule of ${facts.payer} and check the procedures named in the alert.` },
    { title: "Ask the payer for the date and reason of the change", detail: "Name the procedures, the two periods and the amounts." },
    { title: "Ask for the underpaid claims to be run again", detail: "The letter packet lists them." },
  ],
  DECISION_TIME: (facts) => [
    { title: "Ask for the status of the oldest undecided claims", detail: `The list of ${segment(facts)} starts with the longest wait.` },
    { title: "Check the clearinghouse for rejected batches", detail: "A batch that never arrived looks like a slow payer." },
    { title: "Plan cash without these decisions", detail: held(facts) },
  ],
  PAYMENT_TIME: (facts) => [
    {
      title: "Match decisions with payments",
      detail: `Ask ${facts.payer} for the payment dates of paid decisions that have no payment yet.`,
    },
    { title: "Check the remittance set-up", detail: "A changed bank or address holds payments back." },
    { title: "Plan cash without these payments", detail: held(facts) },
  ],
  TAKEBACK: (facts) => [
    { title: "Read the takeback letters", detail: `Note the reason ${facts.payer} gives and the deadline to dispute.` },
    { title: "Dispute what was right", detail: "The letter packet lists the payments that were taken back." },
    { title: "Check whether more of the same kind is open", detail: `Look through paid claims of ${segment(facts)}.` },
  ],
};

const general: (facts: Facts) => Pick<NextStep, "title" | "detail">[] = (facts) => [
  { title: "Look at the sample claims", detail: `Check whether the change at ${segment(facts)} is real.` },
  { title: "Ask the payer", detail: `Name both periods and the numbers to ${facts.payer}.` },
  { title: "Note what you found", detail: "Your judgment decides whether later alerts of this kind come through." },
];

/** What to do, by urgency, as data. High and critical changes begin today, others this week. */
export function nextStepsFor(facts: Facts): NextStep[] {
  const isUrgent = facts.severity === "high" || facts.severity === "critical";
  const urgencies: NextStep["urgency"][] = isUrgent ? ["today", "this-week", "then"] : ["this-week", "this-week", "then"];
  return (rulebook[facts.signal] ?? general)(facts).map(({ title, detail }, index) => ({
    urgency: urgencies[index] ?? "then",
    title,
    detail: detail.trim(),
  }));
}

function segment(facts: Facts): string {
  return facts.cptGroup === null ? facts.payer : `${facts.payer}, ${groupName(facts.cptGroup)}`;
}

function extra(facts: Facts, noun: string): string {
  return facts.extraEvents === null ? "" : `About ${Math.round(facts.extraEvents)} more ${noun} than expected.`;
}

function reason(facts: Facts): string {
  return facts.topReason === null ? "" : ` Most name reason ${facts.topReason}.`;
}

function held(facts: Facts): string {
  return (facts.impactKind === "held-back" ? impactText(facts) : null) ?? "Until they come back to the earlier pace.";
}
