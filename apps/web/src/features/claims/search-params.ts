import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const claimSorts = ["-decidedDate", "decidedDate", "-submittedDate", "submittedDate"] as const;

/** What the address of the claims says. Patient references are never part of it. */
export const claimParams = {
  search: parseAsString,
  payer: parseAsString,
  outcome: parseAsStringLiteral(["paid", "denied", "pending", "reversed", "other"] as const),
  group: parseAsString,
  reason: parseAsString,
  from: parseAsString,
  to: parseAsString,
  sort: parseAsStringLiteral(claimSorts).withDefault("-decidedDate"),
};

/** The open claim; changing it asks the server for nothing but that claim. */
export const openClaimParam = parseAsString;

export const loadClaimParams = createLoader({ ...claimParams, claim: openClaimParam });
export type ClaimParams = Awaited<ReturnType<typeof loadClaimParams>>;
