import { randomBytes, randomUUID } from "node:crypto";
import { dangling, danglingWith, heavyJson, longer, set, twice } from "./violation.ts";
import type { Samples } from "./violation.ts";

export const tenancySamples: Samples = {
  "public.customers": {
    build: async () => ({ id: randomUUID(), name: "Clinic", slug: randomUUID() }),
    violations: {
      customers_pkey: twice,
      customers_slug_key: twice,
      customers_name_check: set({ name: "" }),
      customers_slug_check: set({ slug: "No Slug" }),
      customers_time_zone_check: set({ time_zone: "" }),
      customers_feed_kind_check: set({ feed_kind: "fax" }),
      customers_alert_email_check: set({ alert_email: "nobody" }),
    },
  },
  "public.memberships": {
    build: async (world) => ({
      customer_id: world.customerId,
      id: randomUUID(),
      user_id: (await world.given("public.users"))["id"],
      role: "viewer",
    }),
    violations: {
      memberships_pkey: twice,
      memberships_user_key: twice,
      memberships_customer_fk: danglingWith({ customer_id: randomUUID() }),
      memberships_user_fk: dangling,
      memberships_role_check: set({ role: "king" }),
    },
  },
  "public.customer_keys": {
    build: async (world) => ({
      customer_id: world.customerId,
      purpose: "data",
      key_id: randomBytes(1).readUInt8() + 1,
      kek_id: 1,
      wrapped: randomBytes(60),
    }),
    violations: {
      customer_keys_pkey: twice,
      customer_keys_customer_fk: danglingWith({ customer_id: randomUUID() }),
      customer_keys_purpose_check: set({ purpose: "other" }),
      customer_keys_key_id_check: set({ key_id: 0 }),
      customer_keys_destroyed_check: set({ wrapped: null }),
    },
  },
  "public.api_keys": {
    build: async (world) => ({
      customer_id: world.customerId,
      id: randomUUID(),
      name: randomUUID(),
      role: "viewer",
      scope: "read",
      secret_hash: randomBytes(32),
      created_by: "user:1",
      created_at: "2026-01-01T00:00:00Z",
      expires_at: "2026-02-01T00:00:00Z",
    }),
    violations: {
      api_keys_pkey: twice,
      api_keys_name_key: twice,
      api_keys_customer_fk: danglingWith({ customer_id: randomUUID() }),
      api_keys_name_check: set({ name: "" }),
      api_keys_role_check: set({ role: "owner" }),
      api_keys_scope_check: set({ scope: "all" }),
      api_keys_secret_hash_check: set({ secret_hash: randomBytes(16) }),
      api_keys_life_check: set({ expires_at: "2027-06-01T00:00:00Z" }),
    },
  },
  "public.payer_mappings": {
    build: async (world) => ({ customer_id: world.customerId, id: randomUUID(), raw_name: randomUUID(), payer_name: "Payer" }),
    violations: {
      payer_mappings_pkey: twice,
      payer_mappings_raw_name_key: twice,
      payer_mappings_customer_fk: danglingWith({ customer_id: randomUUID() }),
      payer_mappings_raw_name_check: set({ raw_name: "" }),
      payer_mappings_payer_name_check: set({ payer_name: longer(255) }),
    },
  },
  "public.cpt_group_mappings": {
    build: async (world) => ({
      customer_id: world.customerId,
      id: randomUUID(),
      cpt_from: randomBytes(3).toString("hex").toUpperCase().slice(0, 5),
      cpt_to: "ZZZZZ",
      cpt_group: "IMAGING",
    }),
    violations: {
      cpt_group_mappings_pkey: twice,
      cpt_group_mappings_range_key: twice,
      cpt_group_mappings_customer_fk: danglingWith({ customer_id: randomUUID() }),
      cpt_group_mappings_range_check: set({ cpt_from: "99215", cpt_to: "99214" }),
      cpt_group_mappings_group_check: set({ cpt_group: "lower" }),
    },
  },
  "public.column_mappings": {
    build: async (world) => ({ customer_id: world.customerId, id: randomUUID(), name: randomUUID(), columns: "{}" }),
    violations: {
      column_mappings_pkey: twice,
      column_mappings_name_key: twice,
      column_mappings_customer_fk: danglingWith({ customer_id: randomUUID() }),
      column_mappings_name_check: set({ name: "" }),
      column_mappings_columns_check: set({ columns: heavyJson(40_000) }),
    },
  },
  "public.access_grants": {
    build: async (world) => ({
      customer_id: world.customerId,
      id: randomUUID(),
      user_id: (await world.given("public.users"))["id"],
      reason: "Asked for by the customer",
      granted_at: "2026-01-01T10:00:00Z",
      expires_at: "2026-01-01T11:00:00Z",
    }),
    violations: {
      access_grants_pkey: twice,
      access_grants_customer_fk: danglingWith({ customer_id: randomUUID() }),
      access_grants_user_fk: dangling,
      access_grants_reason_check: set({ reason: "because" }),
      access_grants_life_check: set({ expires_at: "2026-01-01T11:00:01Z" }),
    },
  },
};
