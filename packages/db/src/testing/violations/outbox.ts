import { randomBytes, randomUUID } from "node:crypto";
import { dangling, danglingWith, heavyJson, longer, set, twice } from "./violation.ts";
import type { Samples } from "./violation.ts";

export const outboxSamples: Samples = {
  "public.outbox_events": {
    build: async (world) => ({ customer_id: world.customerId, id: randomUUID(), name: "upload.received", data: "{}" }),
    violations: {
      outbox_events_pkey: twice,
      outbox_events_customer_fk: danglingWith({ customer_id: randomUUID() }),
      outbox_events_name_check: set({ name: "UploadReceived" }),
      outbox_events_data_check: set({ data: heavyJson(8_000) }),
    },
  },
  "public.effects": {
    build: async (world) => ({ customer_id: world.customerId, consumer: "step", key: randomUUID() }),
    violations: {
      effects_pkey: twice,
      effects_customer_fk: danglingWith({ customer_id: randomUUID() }),
      effects_consumer_check: set({ consumer: "" }),
      effects_key_check: set({ key: longer(200) }),
    },
  },
  "public.idempotency_keys": {
    build: async (world) => ({
      customer_id: world.customerId,
      key: randomUUID(),
      method: "POST",
      path: "/x",
      body_sha256: randomBytes(32),
    }),
    violations: {
      idempotency_keys_pkey: twice,
      idempotency_keys_customer_fk: danglingWith({ customer_id: randomUUID() }),
      idempotency_keys_key_check: set({ key: longer(255) }),
      idempotency_keys_method_check: set({ method: "GET" }),
      idempotency_keys_path_check: set({ path: "" }),
      idempotency_keys_body_sha256_check: set({ body_sha256: randomBytes(31) }),
      idempotency_keys_answer_check: set({ status: 200, body: null }),
    },
  },
  "audit.event": {
    build: async () => ({ id: randomUUID(), action: "test.note", entity: "test", payload: "{}" }),
    violations: {
      event_pkey: twice,
      event_action_check: set({ action: "note" }),
      event_payload_check: set({ payload: longer(16_384) }),
    },
  },
  "audit.head": {
    build: async () => ({ customer_id: randomUUID() }),
    violations: { head_pkey: twice },
  },
  "audit.chain": {
    build: async (world) => ({
      customer_id: world.customerId,
      seq: randomBytes(4).readUInt32BE(),
      event_id: (await world.given("audit.event"))["id"],
      prev: randomBytes(32),
      hash: randomBytes(32),
    }),
    violations: { chain_pkey: twice, chain_event_key: twice, chain_event_fk: dangling },
  },
};
