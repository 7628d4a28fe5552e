import { randomBytes, randomUUID } from "node:crypto";
import { dangling, danglingWith, longer, set, twice, twiceWith } from "./violation.ts";
import type { Row, Samples, World } from "./violation.ts";

const AT = "2026-01-02T00:00:00Z";

/** A delivery of an alert to a channel; the other subjects replace these references. */
async function deliveryRow(world: World): Promise<Row> {
  return {
    customer_id: world.customerId,
    id: randomUUID(),
    subject: "alert",
    event: "alert.raised",
    alert_id: (await world.given("public.alerts"))["id"],
    channel_id: (await world.given("public.channels"))["id"],
    recipient: "a@example.com",
    target_key: `channel:${randomUUID()}`,
    message_id: `msg_${randomBytes(16).toString("hex")}`,
    body: "{}",
    state: "pending",
    next_attempt_at: AT,
    created_at: AT,
  };
}

const history = { subject: "history", alert_id: null, drift_run_id: randomUUID() };
const event = { subject: "event", alert_id: null, channel_id: null, outbox_event_id: randomUUID(), endpoint_id: randomUUID() };

export const deliverySamples: Samples = {
  "public.webhook_endpoints": {
    build: async (world) => ({
      customer_id: world.customerId,
      id: randomUUID(),
      url: "https://example.com/hook",
      events: ["alert.raised"],
      secrets: randomBytes(64),
    }),
    violations: {
      webhook_endpoints_pkey: twice,
      webhook_endpoints_url_check: set({ url: "ftp://example.com" }),
      webhook_endpoints_events_check: set({ events: [] }),
      webhook_endpoints_description_check: set({ description: "" }),
      webhook_endpoints_headers_check: set({ headers: "[]" }),
      webhook_endpoints_state_check: set({ state: "lost" }),
      webhook_endpoints_disabled_check: set({ state: "disabled" }),
      webhook_endpoints_disabled_reason_check: set({ state: "disabled", disabled_reason: "moon", disabled_at: AT }),
      webhook_endpoints_secrets_check: set({ secrets: null }),
      webhook_endpoints_failures_check: set({ failures_in_a_row: 1 }),
      webhook_endpoints_breaker_check: set({ is_breaker_open: true }),
    },
  },
  "public.webhook_sequences": {
    build: async (world) => ({ customer_id: world.customerId, entity_id: randomUUID(), version: 1 }),
    violations: { webhook_sequences_pkey: twice, webhook_sequences_version_check: set({ version: 0 }) },
  },
  "public.deliveries": {
    build: deliveryRow,
    violations: {
      deliveries_pkey: twice,
      deliveries_message_key: twice,
      deliveries_alert_key: twice,
      deliveries_history_key: twiceWith(history),
      deliveries_event_key: twiceWith(async (world) => ({ ...event, endpoint_id: (await world.given("public.webhook_endpoints"))["id"] })),
      deliveries_alert_fk: dangling,
      deliveries_channel_fk: dangling,
      deliveries_endpoint_fk: danglingWith(event),
      deliveries_subject_check: set({ subject: "event" }),
      deliveries_event_check: set({ event: "AlertRaised" }),
      deliveries_recipient_check: set({ recipient: longer(254) }),
      deliveries_target_key_check: set({ target_key: "fax:1" }),
      deliveries_message_id_check: set({ message_id: "msg_1" }),
      deliveries_body_check: set({ body: "" }),
      deliveries_state_check: set({ state: "lost", next_attempt_at: null }),
      deliveries_attempt_check: set({ tries: 1 }),
      deliveries_next_attempt_check: set({ next_attempt_at: null }),
      deliveries_locked_check: set({ state: "delivered", next_attempt_at: null, finished_at: AT, locked_until: AT }),
      deliveries_finished_check: set({ finished_at: AT }),
      deliveries_last_status_check: set({ last_status: 99 }),
      deliveries_last_error_check: set({ last_error: "" }),
    },
  },
  "public.delivery_attempts": {
    build: async (world) => ({
      customer_id: world.customerId,
      id: randomUUID(),
      delivery_id: (await world.given("public.deliveries"))["id"],
      attempt: 1,
      outcome: "failed",
      started_at: AT,
    }),
    violations: {
      delivery_attempts_pkey: twice,
      delivery_attempts_number_key: twice,
      delivery_attempts_delivery_fk: dangling,
      delivery_attempts_attempt_check: set({ attempt: 0 }),
      delivery_attempts_outcome_check: set({ outcome: "lost" }),
      delivery_attempts_status_check: set({ status: 99 }),
      delivery_attempts_error_check: set({ error: "" }),
      delivery_attempts_duration_check: set({ duration_ms: -1 }),
      delivery_attempts_response_check: set({ response: longer(1024) }),
    },
  },
};
