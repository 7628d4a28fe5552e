import { pageInput, zId, zInstant, zText } from "@upstream/core/schemas";
import { z } from "zod";

/** The events a webhook endpoint can subscribe to. */
export const webhookEvents = [
  "upload.processed",
  "upload.failed",
  "drift.detected",
  "drift.recovered",
  "alert.raised",
  "alert.resolved",
  "report.ready",
  "webhook.test",
] as const;
export const zWebhookEvent = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof zWebhookEvent>;

const url = z.string().min(8).max(2048).meta({ example: "https://hooks.example.com/upstream" });
const events = z.array(zWebhookEvent).min(1).max(webhookEvents.length);
const headers = z
  .record(
    z.string().regex(/^x-[a-z0-9-]{1,60}$/),
    z
      .string()
      .max(500)
      .regex(/^[\u0020-\u007E]*$/),
  )
  .refine((value) => Object.keys(value).length <= 10, { error: "At most ten headers" });

export const createEndpointInput = z.strictObject({
  url,
  events,
  description: zText(200).nullable().default(null),
  headers: headers.default({}),
  /** An own secret, `whsec_` and 24 to 64 bytes in base64; made for you when absent. */
  secret: z.string().max(120).optional().meta({ example: "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3" }),
});
export type CreateEndpointInput = z.infer<typeof createEndpointInput>;

export const updateEndpointInput = z.strictObject({
  endpointId: zId("endpoint"),
  url: url.optional(),
  events: events.optional(),
  description: zText(200).nullable().optional(),
  headers: headers.optional(),
});
export type UpdateEndpointInput = z.infer<typeof updateEndpointInput>;

export const listEndpointsInput = z.strictObject({ ...pageInput });
export type ListEndpointsInput = z.infer<typeof listEndpointsInput>;

export const endpointRef = z.strictObject({ endpointId: zId("endpoint") });
export type EndpointRef = z.infer<typeof endpointRef>;

const endpointFields = {
  id: zId("endpoint"),
  url: z.string(),
  events: z.array(z.string()),
  description: z.string().nullable(),
  /** Names of the custom headers; their values are not shown. */
  headerNames: z.array(z.string()),
  state: z.enum(["active", "paused", "disabled"]),
  disabledReason: z.enum(["gone", "failing"]).nullable(),
  disabledAt: z.iso.datetime().nullable(),
  failuresInARow: z.number().int(),
  failingSince: z.iso.datetime().nullable(),
  lastSuccessAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};
export const endpointDto = z.strictObject(endpointFields);
export type EndpointDto = z.infer<typeof endpointDto>;

/** The only answers that hold a secret: after creation and after rotation. */
export const endpointWithSecret = z.strictObject({ ...endpointFields, secret: z.string() });
export type EndpointWithSecret = z.infer<typeof endpointWithSecret>;

export const rotateSecretInput = z.strictObject({
  endpointId: zId("endpoint"),
  /** How long the old secret signs along, 0 to 168 hours. */
  overlapHours: z.number().int().min(0).max(168).default(24),
});
export type RotateSecretInput = z.infer<typeof rotateSecretInput>;

export const replayEndpointInput = z.strictObject({
  endpointId: zId("endpoint"),
  since: zInstant,
  until: zInstant.optional(),
  /** Delivered ones too, not only those that failed. */
  includeDelivered: z.boolean().default(false),
});
export type ReplayEndpointInput = z.infer<typeof replayEndpointInput>;
export const replayEndpointResult = z.strictObject({ replayed: z.number().int() });
