import "server-only";
import type { ListClaimsInput } from "@upstream/claims/schemas";
import { claimsSentence, noClaimsSentence } from "../../../../features/claims/claims-sentence.ts";
import { toClaimRow } from "../../../../features/claims/to-claim-view.ts";
import { addDaysTo, dayInZone } from "../../../../ui/format/format-date.ts";
import { orNotFound, type OpenPage } from "../open-page.ts";

/** The first claims of a filter, the sentence above them, and what the filters offer. */
export async function loadClaims({ api, now, zone }: OpenPage, query: ListClaimsInput) {
  const today = dayInZone(now, zone);
  const [list, all, recent, map] = await Promise.all([
    orNotFound(api.claims.list(query)),
    api.claims.payerSummary({}),
    api.claims.payerSummary({ decidedFrom: addDaysTo(today, -28) }),
    api.drift.segments({}),
  ]);
  return {
    today,
    first: { rows: list.items.map((claim) => toClaimRow(claim, today)), nextCursor: list.nextCursor },
    sentence: all.items.length === 0 ? noClaimsSentence : claimsSentence(recent, query.payer ?? null),
    payers: all.items.map((item) => item.payer).sort(),
    groups: [...new Set(map.segments.flatMap((segment) => (segment.cptGroup === null ? [] : [segment.cptGroup])))].sort(),
  };
}
