import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const deliveryStates = ["pending", "held", "delivered", "failed", "cancelled"] as const;

/** What the address of the deliveries says. */
export const deliveryParams = { state: parseAsStringLiteral(deliveryStates), event: parseAsString, endpoint: parseAsString };
export const loadDeliveryParams = createLoader(deliveryParams);
export type DeliveryParams = Awaited<ReturnType<typeof loadDeliveryParams>>;
