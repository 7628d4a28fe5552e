"use client";

import type { ListClaimsInput } from "@upstream/claims/schemas";
import { useMemo } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { ClaimBoard } from "./claim-board.tsx";
import { toClaimDetail, toClaimRow, toPatientView } from "./to-claim-view.ts";
import type { ClaimPage, ClaimSource } from "./view-model.ts";

type LiveClaimsProps = { first: ClaimPage; query: ListClaimsInput; today: string; mayReveal: boolean };

/** The claims of a filter, page by page from the API; patient fields are asked for by POST, one claim at a time. */
export function LiveClaims({ first, query, today, mayReveal }: LiveClaimsProps) {
  const client = useTRPCClient();
  const source = useMemo<ClaimSource>(
    () => ({
      more: async (cursor) => {
        const page = await client.claims.list.query({ ...query, cursor });
        return { rows: page.items.map((claim) => toClaimRow(claim, today)), nextCursor: page.nextCursor };
      },
      load: async (claimId) => {
        const input = { claimId: claimId as never };
        const [claim, history] = await Promise.all([client.claims.get.query(input), client.claims.history.query({ ...input, limit: 50 })]);
        return toClaimDetail(claim, history.items, today);
      },
      reveal: async (claimId, reason) => toPatientView(await client.claims.revealPhi.mutate({ claimId: claimId as never, reason })),
    }),
    [client, query, today],
  );
  return <ClaimBoard first={first} source={source} mayReveal={mayReveal} />;
}
