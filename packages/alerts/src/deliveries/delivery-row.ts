import type { AlertId, ChannelId, DeliveryId, EndpointId } from "@upstream/core";
import type { DeliveryDto } from "./delivery-schemas.ts";

export const deliveryColumns = `d.id, d.event, d.subject, d.alert_id AS "alertId", d.channel_id AS "channelId", d.endpoint_id AS "endpointId",
    COALESCE(c.name, e.url, '') AS target, d.recipient, d.message_id AS "messageId", d.state, d.attempt, d.next_attempt_at AS "nextAttemptAt",
    d.last_status AS "lastStatus", d.last_error AS "lastError", d.created_at AS "createdAt", d.finished_at AS "finishedAt"`;

export const deliveryTables = `deliveries d LEFT JOIN channels c ON c.customer_id = d.customer_id AND c.id = d.channel_id
    LEFT JOIN webhook_endpoints e ON e.customer_id = d.customer_id AND e.id = d.endpoint_id`;

export type DeliveryRow = Omit<
  DeliveryDto,
  "id" | "alertId" | "channelId" | "endpointId" | "nextAttemptAt" | "createdAt" | "finishedAt"
> & {
  id: string;
  alertId: string | null;
  channelId: string | null;
  endpointId: string | null;
  nextAttemptAt: Date | null;
  createdAt: Date;
  finishedAt: Date | null;
};

export function toDeliveryDto(row: DeliveryRow): DeliveryDto {
  return {
    id: row.id as DeliveryId,
    event: row.event,
    subject: row.subject,
    alertId: row.alertId as AlertId | null,
    channelId: row.channelId as ChannelId | null,
    endpointId: row.endpointId as EndpointId | null,
    target: row.target,
    recipient: row.recipient,
    messageId: row.messageId,
    state: row.state,
    attempt: row.attempt,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    lastStatus: row.lastStatus,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
