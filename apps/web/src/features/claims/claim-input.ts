import type { ListClaimsInput } from "@upstream/claims/schemas";
import type { ClaimParams } from "./search-params.ts";

const pageSize = 50;

/** What the address says as a query of the API. */
export function claimInput(params: ClaimParams): ListClaimsInput {
  const given = <K extends keyof ListClaimsInput>(key: K, value: ListClaimsInput[K] | null) => (value === null ? {} : { [key]: value });
  return {
    limit: pageSize,
    sort: params.sort,
    ...given("search", params.search),
    ...given("payer", params.payer),
    ...given("outcome", params.outcome === null ? null : (params.outcome.toUpperCase() as NonNullable<ListClaimsInput["outcome"]>)),
    ...given("cptGroup", params.group),
    ...given("denialReasonCode", params.reason),
    ...given("decidedFrom", params.from),
    ...given("decidedTo", params.to),
  };
}

/** Whether the address narrows the list. */
export function isFiltered({ search, payer, outcome, group, reason, from, to }: ClaimParams): boolean {
  return [search, payer, outcome, group, reason, from, to].some((value) => value !== null);
}
