import type { Metadata } from "next";
import { DeliveriesPage } from "../../../../features/deliveries/deliveries-page.tsx";
import { DeliveryList } from "../../../../features/deliveries/delivery-list.tsx";
import { deliveryInput } from "../../../../features/deliveries/delivery-input.ts";
import { loadDeliveryParams } from "../../../../features/deliveries/search-params.ts";
import { openPage } from "../open-page.ts";

type Props = { params: Promise<{ customer: string }>; searchParams: Promise<Record<string, string>> };

export const metadata: Metadata = { title: "Deliveries" };

/** Did people hear it? */
export default async function Page({ params, searchParams }: Props) {
  const [page, filter] = [await openPage((await params).customer), await loadDeliveryParams(searchParams)];
  const [first, recent, endpoints] = await Promise.all([
    page.api.deliveries.list(deliveryInput(filter)),
    page.api.deliveries.list({ limit: 100 }),
    page.api.webhooks.list({ limit: 200 }),
  ]);
  const count = (state: string) => recent.items.filter((delivery) => delivery.state === state).length;
  const stopped = endpoints.items.filter((endpoint) => endpoint.state !== "active").length;
  return (
    <DeliveriesPage
      base={page.base}
      sums={{ shown: recent.items.length, failed: count("failed"), waiting: count("pending"), stopped }}
      endpoints={endpoints.items.map((endpoint) => ({ value: endpoint.id, name: endpoint.url }))}
      mayWebhooks={page.may("webhooks:admin")}
    >
      <DeliveryList first={first} filter={filter} zone={page.zone} now={page.now} mayReplay={page.may("webhooks:admin")} />
    </DeliveriesPage>
  );
}
