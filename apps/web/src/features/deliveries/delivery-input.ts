import type { DeliveryParams } from "./search-params.ts";

/** The filters of the address as input of the list. */
export function deliveryInput(filter: DeliveryParams) {
  return {
    limit: 50,
    ...(filter.state === null ? {} : { state: [filter.state] }),
    ...(filter.event === null ? {} : { event: filter.event }),
    ...(filter.endpoint === null ? {} : { endpointId: filter.endpoint as never }),
  };
}
