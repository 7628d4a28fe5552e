"use client";

import type { Outcome } from "./outcome-kinds.ts";

const names: Record<Outcome, string> = { paid: "Paid", denied: "Denied", pending: "Pending", reversed: "Reversed", other: "Other" };
const tones: Record<Outcome, string> = { paid: "c-good", denied: "c-critical", pending: "c-low", reversed: "c-medium", other: "c-low" };
const weights: Record<Outcome, string> = { paid: "", denied: "strong", pending: "muted", reversed: "", other: "muted" };

/** Mark and word of what became of a claim. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  return (
    <span className={`outcome ${weights[outcome]}`}>
      <svg className={`dot ${tones[outcome]}`} viewBox="0 0 8 8" aria-hidden="true">
        <OutcomeShape outcome={outcome} />
      </svg>
      {names[outcome]}
    </span>
  );
}

function OutcomeShape({ outcome }: { outcome: Outcome }) {
  switch (outcome) {
    case "paid":
      return <circle cx="4" cy="4" r="3.5" fill="currentColor" />;
    case "denied":
      return <path d="M1 1l6 6M7 1L1 7" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />;
    case "reversed":
      return <path d="M4 .4L7.6 7H.4z" fill="currentColor" />;
    case "pending":
      return <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.4" />;
    case "other":
      return <rect x="1" y="3.2" width="6" height="1.6" rx=".8" fill="currentColor" />;
  }
}
