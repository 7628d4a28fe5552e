import type { ClaimDetailDto, ClaimDto, ClaimVersionDto, RevealedPhiDto } from "@upstream/claims/schemas";
import { formatDay } from "../../ui/format/format-date.ts";
import { formatExactCents } from "../../ui/format/format-money.ts";
import { formatCount } from "../../ui/format/format-number.ts";
import { outcomeOf } from "../../ui/outcome-kinds.ts";
import { groupName } from "@upstream/core/schemas";
import type { ClaimDetailView, ClaimRowView, PatientView } from "./view-model.ts";

const none = "–";

/** A claim of the list. */
export function toClaimRow(claim: ClaimDto, today: string): ClaimRowView {
  return {
    id: claim.id,
    claim: claim.claimNumber ?? claim.id.slice(-8),
    payer: claim.payer,
    cpt: claim.cpt,
    group: groupName(claim.cptGroup),
    submitted: formatDay(claim.submittedDate, today),
    decided: claim.decidedDate === null ? null : formatDay(claim.decidedDate, today),
    outcome: outcomeOf(claim.outcome),
    reason: claim.denialReasonCode,
    billedCents: claim.billedCents,
    paidCents: claim.paidCents,
  };
}

/** A claim with its history, for the drawer. */
export function toClaimDetail(claim: ClaimDetailDto, history: readonly ClaimVersionDto[], today: string): ClaimDetailView {
  return {
    id: claim.id,
    claim: claim.claimNumber ?? claim.id.slice(-8),
    line: claim.lineNumber === null ? null : `line ${claim.lineNumber}`,
    sentence: claimSentence(claim, today),
    pairs: pairsOf(claim),
    hasPatient: claim.protectedFields.length > 0,
    history: history.map((version) => ({ text: versionText(version), meta: versionMeta(version, today) })),
  };
}

const verbs: Record<ClaimDto["outcome"], string> = { PAID: "paid", DENIED: "denied", REVERSED: "took back", OTHER: "decided", PENDING: "" };

/** "Aster Health Plan denied 72148 on May 19, 12 days after it was submitted." */
export function claimSentence(claim: ClaimDto, today: string): string {
  if (claim.decidedDate === null || claim.outcome === "PENDING")
    return `${claim.payer} has not decided ${claim.cpt}, submitted ${formatDay(claim.submittedDate, today)}.`;
  const days = Math.round((Date.parse(claim.decidedDate) - Date.parse(claim.submittedDate)) / 86_400_000);
  return `${claim.payer} ${verbs[claim.outcome]} ${claim.cpt} on ${formatDay(claim.decidedDate, today)}, ${formatCount(days)} ${days === 1 ? "day" : "days"} after it was submitted.`;
}

function pairsOf(claim: ClaimDetailDto): (readonly [string, string])[] {
  const money = (cents: number | null) => (cents === null ? none : formatExactCents(cents));
  const reasons = [claim.denialReasonCode, ...claim.denialCodes, ...claim.remarkCodes].filter((code): code is string => code !== null);
  const pairs: (readonly [string, string | null])[] = [
    ["Reason", reasons.length === 0 ? null : [...new Set(reasons)].join(", ")],
    ["Billed", money(claim.billedCents)],
    ["Allowed", money(claim.allowedCents)],
    ["Paid", money(claim.paidCents)],
    ["Group", groupName(claim.cptGroup)],
    ["Modifiers", claim.modifiers.length === 0 ? null : claim.modifiers.join(", ")],
    ["Diagnoses", claim.diagnosisCodes.length === 0 ? null : claim.diagnosisCodes.join(", ")],
    ["Facility", claim.facility],
    ["Place of service", claim.placeOfService],
    ["Plan", claim.planType],
    ["Provider NPI", claim.providerNpi],
    ["Authorization", authorizationText(claim)],
  ];
  return pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

function authorizationText({ authorizationRequired, authorizationNumber }: ClaimDetailDto): string | null {
  if (authorizationRequired === null) return authorizationNumber;
  if (!authorizationRequired) return "not required";
  return authorizationNumber === null ? "required, no number" : `required, ${authorizationNumber}`;
}

function versionText(version: ClaimVersionDto): string {
  const outcome = version.outcome.charAt(0) + version.outcome.slice(1).toLowerCase();
  const reason = version.denialReasonCode === null ? "" : `, ${version.denialReasonCode}`;
  return `${outcome}${reason}${version.isVoided ? " (voided)" : ""}`;
}

function versionMeta(version: ClaimVersionDto, today: string): string {
  const when =
    version.decidedDate === null
      ? `submitted ${formatDay(version.submittedDate, today)}`
      : `decided ${formatDay(version.decidedDate, today)}`;
  return `${when} · file ${version.filename}, row ${formatCount(version.rowNo)}`;
}

const patientNames: Record<keyof RevealedPhiDto, string> = {
  patientName: "Name",
  patientDob: "Born",
  patientRef: "Patient reference",
  memberId: "Member",
};

/** Revealed fields in reading order; absent ones are left out. */
export function toPatientView(phi: RevealedPhiDto): PatientView {
  return (Object.keys(patientNames) as (keyof RevealedPhiDto)[]).flatMap((field) =>
    phi[field] === null ? [] : [[patientNames[field], phi[field]] as const],
  );
}
