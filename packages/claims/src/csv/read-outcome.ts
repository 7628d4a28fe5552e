import { boundedCache } from "./clean-text.ts";

export const outcomes = ["PAID", "DENIED", "PENDING", "REVERSED", "OTHER"] as const;
/** What a payer answered to a claim line. */
export type Outcome = (typeof outcomes)[number];

/** `known` is false where the word stands in no list and OTHER is assumed. */
export type OutcomeReading = { outcome: Outcome; known: boolean };

const words: Readonly<Record<string, Outcome>> = {
  paid: "PAID",
  approved: "PAID",
  accepted: "PAID",
  processed: "PAID",
  denied: "DENIED",
  rejected: "DENIED",
  declined: "DENIED",
  pending: "PENDING",
  submitted: "PENDING",
  open: "PENDING",
  "in process": "PENDING",
  reversed: "REVERSED",
  voided: "REVERSED",
  takeback: "REVERSED",
  "take back": "REVERSED",
};

const readings = new Map<string, OutcomeReading>(Object.entries(words).map(([word, outcome]) => [word, { outcome, known: true }]));
const unknown: OutcomeReading = { outcome: "OTHER", known: false };

/** A reader of outcome words in any case, with spaces, hyphens or underscores. */
export function outcomeReader(): (text: string) => OutcomeReading {
  return boundedCache(
    1024,
    (text) =>
      readings.get(
        text
          .toLowerCase()
          .replace(/[\s_-]+/g, " ")
          .replace(/[.]$/, ""),
      ) ?? unknown,
  );
}
