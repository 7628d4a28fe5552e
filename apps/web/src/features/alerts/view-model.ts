import type { MoneyEstimate } from "../../ui/money.tsx";
import type { OwnerView } from "../../ui/owner.tsx";
import type { Severity } from "../../ui/severity-scale.ts";
import type { Series } from "../../ui/chart/spark.tsx";

export type AlertGroup = "nobody" | "somebody" | "snoozed" | "resolved" | "quiet";

/** One row of the inbox. */
export type AlertRowView = {
  id: string;
  href: string;
  group: AlertGroup;
  severity: Severity;
  payer: string;
  cptGroup: string;
  chip: { kind: "new" | "worse" | "due" | "until" | "resolved" | "quiet"; text: string } | null;
  /** The change in words. */
  change: string;
  /** Its interval, when the sentence names one. */
  evidence: string | null;
  series: Series | null;
  estimate: MoneyEstimate | null;
  ownerId: string | null;
  owner: OwnerView | null;
  raisedAt: string;
  snoozedUntil: string | null;
};

export type Person = { id: string; name: string; you: boolean };

/** What can be done to alerts; ids ≤ 200 in one request. */
export type AlertChange =
  | { action: "acknowledge"; alertIds: string[] }
  | { action: "assign"; alertIds: string[]; userId: string | null }
  | { action: "snooze"; alertIds: string[]; until: string }
  | { action: "resolve"; alertIds: string[]; reason: ResolveReason }
  | { action: "reopen"; alertIds: string[] };

export type ResolveReason = "fixed" | "appealed" | "accepted" | "noise" | "already-handled" | "other";
export type Verdict = "real" | "noise" | "needs-follow-up";

export type ChangeResult = { changed: string[]; skipped: { alertId: string; reason: string }[] };

/** The server side of the inbox, as the page hands it in. */
export type AlertActions = {
  change: (change: AlertChange) => Promise<ChangeResult>;
  /** Saves a verdict and answers what it will do. */
  judge: (alertId: string, verdict: Verdict) => Promise<string>;
};
