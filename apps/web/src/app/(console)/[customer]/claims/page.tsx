import type { Metadata } from "next";
import { claimInput, isFiltered } from "../../../../features/claims/claim-input.ts";
import { ClaimsPage, NoClaims } from "../../../../features/claims/claims-page.tsx";
import { LiveClaims } from "../../../../features/claims/live-claims.tsx";
import { loadClaimParams } from "../../../../features/claims/search-params.ts";
import { openPage } from "../open-page.ts";
import { loadClaims } from "./load-claims.ts";

type Props = { params: Promise<{ customer: string }>; searchParams: Promise<Record<string, string>> };

export const metadata: Metadata = { title: "Claims" };

/** Which claims, how many? */
export default async function Page({ params, searchParams }: Props) {
  const [page, filter] = [await openPage((await params).customer), await loadClaimParams(searchParams)];
  const query = claimInput(filter);
  const { today, first, ...head } = await loadClaims(page, query);
  return (
    <ClaimsPage {...head} uploadHref={page.may("uploads:write") ? `${page.base}/uploads` : null}>
      {first.rows.length === 0 ? (
        <NoClaims filtered={isFiltered(filter)} base={page.base} />
      ) : (
        <LiveClaims key={JSON.stringify(query)} first={first} query={query} today={today} mayReveal={page.may("phi:reveal")} />
      )}
    </ClaimsPage>
  );
}
