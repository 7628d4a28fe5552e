export { actorText } from "./actor.ts";
export type { Actor } from "./actor.ts";
export { addDays, dayOf, hourIn, isTimeZone, isoOf, todayIn, weekdayOf } from "./calendar.ts";
export { fixedClock, systemClock } from "./clock.ts";
export type { AdjustableClock, Clock } from "./clock.ts";
export { zDate } from "./date-schema.ts";
export { DomainError, invalidField } from "./errors.ts";
export type { DomainErrorCode, DomainErrorDetail, FieldError } from "./errors.ts";
export { defineEvent } from "./event.ts";
export type { DomainEvent, EventDefinition } from "./event.ts";
export { groupName } from "./group-name.ts";
export { zId } from "./ids.ts";
export { newId } from "./new-id.ts";
export type {
  AlertId,
  AlertRuleId,
  ApiKeyId,
  ChannelId,
  ClaimId,
  CustomerId,
  DeliveryId,
  DriftEventId,
  DriftRunId,
  EndpointId,
  GrantId,
  Id,
  PayerId,
  SessionId,
  SuppressionId,
  UploadId,
  UserId,
} from "./ids.ts";
export { errorWord, silentLogger } from "./logger.ts";
export type { LogFields, Logger } from "./logger.ts";
export { formatCents, parseCents } from "./money.ts";
export type { Cents } from "./money.ts";
export { pageInput, pageOf, zCursor } from "./page.ts";
export type { Page } from "./page.ts";
export { can, permissions, permissionsOf, requirePermission } from "./permissions.ts";
export type { Permission } from "./permissions.ts";
export { roles } from "./roles.ts";
export type { Role } from "./roles.ts";
export { blindIndex, normaliseReference } from "./phi/blind-index.ts";
export { columnSealer, envelopeRoom, keyIdOf, layOutText, openBytes, openText, sealBytes, sealText } from "./phi/field-cipher.ts";
export type { ColumnSealer, EnvelopePlace } from "./phi/field-cipher.ts";
export { assertKek, deriveKey, unwrapKey, wrapKey } from "./phi/keyring.ts";
export type { Kek } from "./phi/keyring.ts";
export { phiKeysFrom } from "./phi/phi-keys.ts";
export type { PhiKeys } from "./phi/phi-keys.ts";
export { phiMap } from "./phi/phi-map.ts";
export type { ColumnClass } from "./phi/phi-map.ts";
export { keyedDigest } from "./phi/redact.ts";
export { jitter, randomToken } from "./random.ts";
export { zText } from "./text.ts";
