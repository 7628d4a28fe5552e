"use client";

import { useQueryStates } from "nuqs";
import { useTransition, type ReactNode } from "react";
import { FilterChip, type FilterOption } from "../../ui/filter-chip.tsx";
import { eventOptions } from "../../ui/text/event-name.ts";
import { deliveryStateName } from "./delivery-words.ts";
import { deliveryParams, deliveryStates } from "./search-params.ts";

/** Filters of the deliveries, kept in the address. */
export function DeliveryFilters({ endpoints, children }: { endpoints: readonly FilterOption[]; children: ReactNode }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(deliveryParams, { shallow: false, startTransition });
  return (
    <>
      <div className="filters">
        <FilterChip
          label="State"
          phone
          value={params.state}
          options={deliveryStates.map((value) => ({ value, name: deliveryStateName(value).toLowerCase() }))}
          onChange={(state) => void setParams({ state: state as typeof params.state })}
        />
        <FilterChip label="Event" phone value={params.event} options={eventOptions} onChange={(event) => void setParams({ event })} />
        <FilterChip label="Webhook" value={params.endpoint} options={endpoints} onChange={(endpoint) => void setParams({ endpoint })} />
      </div>
      <div className={pending ? "dim" : ""} aria-busy={pending}>
        {children}
      </div>
    </>
  );
}
