export type { Actor } from "./actor.ts";
export { zDate, zInstant } from "./date-schema.ts";
export { groupName } from "./group-name.ts";
export { zId } from "./ids.ts";
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
  PayerId,
  SessionId,
  SuppressionId,
  UploadId,
  UserId,
} from "./ids.ts";
export { pageInput, pageOf, zCursor } from "./page.ts";
export type { Page } from "./page.ts";
export { can, permissions, permissionsOf } from "./permissions.ts";
export type { Permission } from "./permissions.ts";
export { roles } from "./roles.ts";
export type { Role } from "./roles.ts";
export { zText } from "./text.ts";
