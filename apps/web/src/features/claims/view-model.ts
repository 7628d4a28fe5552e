import type { ReactNode } from "react";
import type { Outcome } from "../../ui/outcome-kinds.ts";
import type { TimelineEntry } from "../../ui/timeline.tsx";

export type ClaimRowView = {
  id: string;
  claim: string;
  payer: string;
  cpt: string;
  group: string;
  submitted: string;
  decided: string | null;
  outcome: Outcome;
  reason: string | null;
  billedCents: number | null;
  paidCents: number | null;
};

export type ClaimDetailView = {
  id: string;
  claim: string;
  line: string | null;
  sentence: string;
  pairs: readonly (readonly [string, ReactNode])[];
  /** Whether patient fields are stored with the claim. */
  hasPatient: boolean;
  history: readonly TimelineEntry[];
};

/** Patient fields as text, absent ones left out; never kept outside the component that shows them. */
export type PatientView = readonly (readonly [string, string])[];

export type ClaimPage = { rows: readonly ClaimRowView[]; nextCursor: string | null };

/** The server side of the claims page. */
export type ClaimSource = {
  more: (cursor: string) => Promise<ClaimPage>;
  load: (claimId: string) => Promise<ClaimDetailView>;
  reveal: (claimId: string, reason: string) => Promise<PatientView>;
};
