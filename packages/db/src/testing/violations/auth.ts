import { randomBytes, randomUUID } from "node:crypto";
import { dangling, longer, set, twice, twiceWith } from "./violation.ts";
import type { Samples } from "./violation.ts";

const EARLY = "2026-01-01T00:00:00Z";
const LATE = "2026-01-02T00:00:00Z";

export const authSamples: Samples = {
  "public.users": {
    build: async () => ({ id: randomUUID(), email: `${randomUUID()}@example.com`, name: "Person" }),
    violations: {
      users_pkey: twice,
      users_email_key: twice,
      users_email_check: set({ email: "Upper@example.com" }),
      users_name_check: set({ name: "" }),
      users_password_hash_check: set({ password_hash: "plain" }),
    },
  },
  "public.user_preferences": {
    build: async (world) => ({ user_id: (await world.given("public.users"))["id"] }),
    violations: {
      user_preferences_pkey: twice,
      user_preferences_user_fk: dangling,
      user_preferences_theme_check: set({ theme: "pink" }),
    },
  },
  "public.auth_sessions": {
    build: async (world) => ({
      id: randomUUID(),
      user_id: (await world.given("public.users"))["id"],
      customer_id: world.customerId,
      client: "browser",
      created_at: EARLY,
      last_seen_at: EARLY,
      idle_expires_at: LATE,
      absolute_expires_at: LATE,
    }),
    violations: {
      auth_sessions_pkey: twice,
      auth_sessions_user_fk: dangling,
      auth_sessions_customer_fk: dangling,
      auth_sessions_client_check: set({ client: "fax" }),
      auth_sessions_life_check: set({ absolute_expires_at: EARLY }),
    },
  },
  "public.refresh_tokens": {
    build: async (world) => ({
      id: randomUUID(),
      session_id: (await world.given("public.auth_sessions"))["id"],
      parent_id: null,
      secret_hash: randomBytes(32),
      created_at: EARLY,
      idle_expires_at: LATE,
    }),
    violations: {
      refresh_tokens_pkey: twice,
      refresh_tokens_parent_key: twiceWith(async (world) => ({ parent_id: (await world.given("public.refresh_tokens"))["id"] })),
      refresh_tokens_session_fk: dangling,
      refresh_tokens_parent_fk: dangling,
      refresh_tokens_secret_hash_check: set({ secret_hash: randomBytes(31) }),
      refresh_tokens_life_check: set({ idle_expires_at: EARLY }),
    },
  },
  "public.revoked_tokens": {
    build: async () => ({ jti: randomUUID(), expires_at: LATE }),
    violations: { revoked_tokens_pkey: twice },
  },
  "public.login_throttles": {
    build: async () => ({ key: randomUUID() }),
    violations: {
      login_throttles_pkey: twice,
      login_throttles_key_check: set({ key: longer(120) }),
      login_throttles_failures_check: set({ failures: -1 }),
    },
  },
  "public.rate_limit_buckets": {
    build: async () => ({ key: randomUUID() }),
    violations: { rate_limit_buckets_pkey: twice, rate_limit_buckets_points_check: set({ points: -1 }) },
  },
  "public.signing_keys": {
    build: async () => ({ kid: randomUUID(), sealed: randomBytes(60), public_jwk: "{}", created_at: EARLY }),
    violations: { signing_keys_pkey: twice, signing_keys_kid_check: set({ kid: "short" }) },
  },
};
