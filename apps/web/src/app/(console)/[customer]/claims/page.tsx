import type { Metadata } from "next";
import { claimInput, isFiltered } from "../../../../features/claims/claim-input.ts";
import { ClaimsPage, NoClaims } from "../../../../features/claims/claims-page.tsx";
import { claimsSentence } from "../../../../features/claims/claims-sentence.ts";
import { LiveClaims } from "../../../../features/claims/live-claims.tsx";
import { loadClaimParams } from "../../../../features/claims/search-params.ts";
import { toClaimRow } from "../../../../features/claims/to-claim-view.ts";
import { addDaysTo, dayInZone } from "../../../../ui/format/format-date.ts";
import { openPage, orNotFound } from "../open-page.ts";

type Props = { params: Promise<{ customer: string }>; searchParams: Promise<Record<string, string>> };

export const metadata: Metadata = { title: "Claims" };

/** Which claims, how many? */
export default async function Page({ params, searchParams }: Props) {
  const [page, filter] = [await openPage((await params).customer), await loadClaimParams(searchParams)];
  const query = claimInput(filter);
  const today = dayInZone(page.now, page.zone);
  const [list, all, recent, map] = await Promise.all([
    orNotFound(page.api.claims.list(query)),
    page.api.claims.payerSummary({}),
    page.api.claims.payerSummary({ decidedFrom: addDaysTo(today, -28) }),
    page.api.drift.segments({}),
  ]);
  const rows = list.items.map((claim) => toClaimRow(claim, today));
  const groups = [...new Set(map.segments.flatMap((segment) => (segment.cptGroup === null ? [] : [segment.cptGroup])))].sort();
  return (
    <ClaimsPage sentence={claimsSentence(recent)} payers={all.items.map((item) => item.payer).sort()} groups={groups}>
      {rows.length === 0 ? (
        <NoClaims filtered={isFiltered(filter)} base={page.base} />
      ) : (
        <LiveClaims
          key={JSON.stringify(query)}
          first={{ rows, nextCursor: list.nextCursor }}
          query={query}
          today={today}
          mayReveal={page.may("phi:reveal")}
        />
      )}
    </ClaimsPage>
  );
}
