import { z } from "zod";

declare const entity: unique symbol;

/** A UUID that names one kind of entity; two kinds cannot be mixed up at compile time. */
export type Id<E extends string> = string & { readonly [entity]: E };

export type CustomerId = Id<"customer">;
export type UserId = Id<"user">;
export type SessionId = Id<"session">;
export type ApiKeyId = Id<"apiKey">;
export type UploadId = Id<"upload">;
export type ClaimId = Id<"claim">;
export type PayerId = Id<"payer">;
export type DriftRunId = Id<"driftRun">;
export type DriftEventId = Id<"driftEvent">;
export type AlertId = Id<"alert">;
export type AlertRuleId = Id<"alertRule">;
export type SuppressionId = Id<"suppression">;
export type ChannelId = Id<"channel">;
export type EndpointId = Id<"endpoint">;
export type DeliveryId = Id<"delivery">;
export type GrantId = Id<"grant">;

/** Schema of an id: any UUID, lower-cased, branded, with the entity in its metadata so that tools can walk it. */
export function zId<E extends string>(name: E): z.ZodType<Id<E>, string> {
  return z.guid().toLowerCase().meta({ entity: name }) as unknown as z.ZodType<Id<E>, string>;
}
