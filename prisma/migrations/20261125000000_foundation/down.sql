DROP SCHEMA audit CASCADE;
SET ROLE app_owner;
DROP TABLE idempotency_keys, effects, outbox_events, access_grants, column_mappings, cpt_group_mappings, payer_mappings, api_keys, customer_keys,
  signing_keys, rate_limit_buckets, login_throttles, revoked_tokens, refresh_tokens, auth_sessions, memberships, customers, user_preferences, users;
DROP FUNCTION outbox_notify();
DROP PROCEDURE protect_customer_table(regclass);
DROP FUNCTION app_customer();
RESET ROLE;
DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM app_owner, app_user', current_database()); END $$;
REVOKE ALL ON SCHEMA public FROM app_owner, app_user, app_system, app_platform, audit_owner;
