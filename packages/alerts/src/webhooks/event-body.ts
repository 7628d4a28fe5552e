import type { WebhookEvent } from "./endpoint-schemas.ts";

export type EventBodyInput = {
  name: WebhookEvent;
  occurredAt: Date;
  /** Id of the thing the event is about. */
  entityId: string;
  /** Counts up for each event about the same thing, so that a receiver can put them in order. */
  version: number;
  url: string;
  counts: Readonly<Record<string, number>>;
};

/** Body of a webhook: thin, ids and counts only; serialised once and sent as stored. */
export function eventBody(input: EventBodyInput): string {
  return JSON.stringify({
    type: input.name,
    timestamp: input.occurredAt.toISOString(),
    data: { id: input.entityId, version: input.version, url: input.url, counts: input.counts },
  });
}

type Subject = { idField: string; path(slug: string, id: string): string };

/** Which id an event carries and where the console shows the thing. */
export const eventSubjects: Record<WebhookEvent, Subject> = {
  "upload.processed": { idField: "uploadId", path: (slug, id) => `/${slug}/uploads/${id}` },
  "upload.failed": { idField: "uploadId", path: (slug, id) => `/${slug}/uploads/${id}` },
  "drift.detected": { idField: "driftEventId", path: (slug, id) => `/${slug}/drift/${id}` },
  "drift.recovered": { idField: "driftEventId", path: (slug, id) => `/${slug}/drift/${id}` },
  "alert.raised": { idField: "alertId", path: (slug, id) => `/${slug}/alerts/${id}` },
  "alert.resolved": { idField: "alertId", path: (slug, id) => `/${slug}/alerts/${id}` },
  "report.ready": { idField: "reportId", path: (slug) => `/${slug}/reports` },
  "webhook.test": { idField: "endpointId", path: (slug) => `/${slug}/settings/webhooks` },
};
