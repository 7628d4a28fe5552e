"use client";

import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@upstream/api";
import { useState, type ReactNode } from "react";
import { createQueryClient } from "./query-client.ts";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

/** Context of a query that repeats by itself; it does not keep the session awake. */
export const polling = { context: { polling: true } };

const batchSize = 20;

function createClient(customer: string | null) {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: "/api/trpc",
        maxItems: batchSize,
        headers: ({ opList }) => ({
          ...(customer === null ? {} : { "x-upstream-customer": customer }),
          ...(opList.every((operation) => operation.context["polling"] === true) ? { "x-upstream-polling": "1" } : {}),
        }),
      }),
    ],
  });
}

/** Gives the pages of a customer (slug), or those outside any, their way to the API. */
export function ApiProvider({ customer, children }: { customer: string | null; children: ReactNode }) {
  const [queryClient] = useState<QueryClient>(createQueryClient);
  const [client] = useState(() => createClient(customer));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
