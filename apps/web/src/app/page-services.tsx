import { headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { ApiProvider } from "../trpc/client.tsx";
import { CspNonce } from "../ui/overlay/csp-nonce.tsx";

/** What signed-in pages stand on: the API for a customer or for none, state in the address, the nonce for overlays. */
export async function PageServices({ customer, children }: { customer: string | null; children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    <CspNonce nonce={nonce}>
      <NuqsAdapter>
        <ApiProvider customer={customer} key={customer}>
          {children}
        </ApiProvider>
      </NuqsAdapter>
    </CspNonce>
  );
}
