import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "../../ui/button.tsx";
import type { FilterOption } from "../../ui/filter-chip.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconWebhooksLogo } from "../../ui/icon/paths/webhooks-logo.ts";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { DeliveryFilters } from "./delivery-filters.tsx";
import { deliveriesSentence, type DeliverySums } from "./delivery-words.ts";

type DeliveriesPageProps = {
  base: string;
  sums: DeliverySums;
  endpoints: readonly FilterOption[];
  mayWebhooks: boolean;
  children: ReactNode;
};

/** Did people hear it? */
export function DeliveriesPage({ base, sums, endpoints, mayWebhooks, children }: DeliveriesPageProps) {
  return (
    <>
      <PageBar title="Deliveries">
        {mayWebhooks ? (
          <Link className={buttonClass({ className: "hide-s" })} href={`${base}/settings/webhooks`}>
            <Icon d={iconWebhooksLogo} size={14} />
            Webhooks
          </Link>
        ) : null}
      </PageBar>
      <main className="page" id="main">
        <PageSentence sentence={deliveriesSentence(sums)} />
        <DeliveryFilters endpoints={endpoints}>{children}</DeliveryFilters>
      </main>
    </>
  );
}
