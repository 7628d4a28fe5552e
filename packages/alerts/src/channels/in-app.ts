import { defineChannel } from "./channel.ts";
import { inAppConfig } from "./channel-schemas.ts";

/** The console itself: the alert's row is the message, so there is nothing to deliver. */
export const inApp = defineChannel({
  id: "in-app",
  label: "Console",
  config: inAppConfig,
  secrets: null,
  recipients: () => [],
  refusal: () => null,
  deliver: async () => ({ ok: true, status: null, response: "", durationMs: 0 }),
});
