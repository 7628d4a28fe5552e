import { pageInput, zId } from "@upstream/core/schemas";
import { z } from "zod";

export const deliveryStates = ["pending", "held", "delivered", "failed", "cancelled"] as const;
const zDeliveryState = z.enum(deliveryStates);
const zDeliverySubject = z.enum(["alert", "history", "event", "test", "notice", "account"]);

/** What a delivery is about. */
export type DeliverySubject = z.output<typeof zDeliverySubject>;

const deliveryFields = {
  id: zId("delivery"),
  event: z.string(),
  subject: zDeliverySubject,
  alertId: zId("alert").nullable(),
  channelId: zId("channel").nullable(),
  endpointId: zId("endpoint").nullable(),
  /** Channel name or endpoint address. */
  target: z.string(),
  recipient: z.string(),
  messageId: z.string(),
  state: zDeliveryState,
  attempt: z.number().int(),
  nextAttemptAt: z.iso.datetime().nullable(),
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
};
export const deliveryDto = z.strictObject(deliveryFields);
export type DeliveryDto = z.infer<typeof deliveryDto>;

export const deliveryDetail = z.strictObject({
  ...deliveryFields,
  body: z.string(),
  attempts: z.array(
    z.strictObject({
      attempt: z.number().int(),
      outcome: z.enum(["attempting", "delivered", "failed", "unknown"]),
      status: z.number().int().nullable(),
      error: z.string().nullable(),
      durationMs: z.number().int().nullable(),
      response: z.string().nullable(),
      startedAt: z.iso.datetime(),
    }),
  ),
});
export type DeliveryDetail = z.infer<typeof deliveryDetail>;

export const listDeliveriesInput = z.strictObject({
  ...pageInput,
  /** `failed` is the list of dead letters. */
  state: z.array(zDeliveryState).min(1).max(5).optional(),
  event: z.string().max(60).optional(),
  endpointId: zId("endpoint").optional(),
  channelId: zId("channel").optional(),
  alertId: zId("alert").optional(),
  sort: z.enum(["-createdAt"]).default("-createdAt"),
});
export type ListDeliveriesInput = z.infer<typeof listDeliveriesInput>;

export const deliveryRef = z.strictObject({ deliveryId: zId("delivery") });
export type DeliveryRef = z.infer<typeof deliveryRef>;
