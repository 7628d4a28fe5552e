const events: Record<string, string> = {
  "upload.processed": "File loaded",
  "upload.failed": "File refused",
  "drift.detected": "Change found",
  "drift.recovered": "Change recovered",
  "alert.raised": "Alert raised",
  "alert.resolved": "Alert resolved",
  "report.ready": "Report ready",
  "webhook.test": "Test",
  "endpoint.disabled": "Webhook switched off",
  "auth.refresh-reused": "Session ended",
};

/** Name of an event in words: "alert.raised" is "Alert raised". */
export function eventName(event: string): string {
  return events[event] ?? event;
}

/** Events a filter offers. */
export const eventOptions = Object.entries(events).map(([value, name]) => ({ value, name }));
