-- Roles are cluster-wide: another database of the same cluster may have made them already.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['app_owner', 'audit_owner', 'app_user', 'app_system', 'app_platform', 'app_jobs'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOSUPERUSER NOBYPASSRLS NOINHERIT', r);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END LOOP;
  EXECUTE format('GRANT app_owner, audit_owner TO %I', current_user);
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO app_owner;
GRANT USAGE ON SCHEMA public TO app_user, app_system, app_platform, audit_owner;
DO $$ BEGIN EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO app_owner', current_database()); END $$;
DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO app_user', current_database()); END $$;
CREATE SCHEMA audit AUTHORIZATION audit_owner;
ALTER ROLE app_user SET random_page_cost = 1.1;

SET ROLE app_owner;

CREATE FUNCTION app_customer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('app.customer_id', true), '')::uuid $$;

CREATE PROCEDURE protect_customer_table(target regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY own ON %s FOR ALL TO app_user USING (customer_id = (SELECT app_customer())) WITH CHECK (customer_id = (SELECT app_customer()))', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO app_user', target);
END $$;

-- People -------------------------------------------------------------------------------------------------------------

CREATE TABLE users (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text,
  is_superuser boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_email_check CHECK (email = lower(email) AND position('@' IN email) > 1 AND length(email) <= 254),
  CONSTRAINT users_name_check CHECK (length(name) BETWEEN 1 AND 120),
  CONSTRAINT users_password_hash_check CHECK (password_hash IS NULL OR password_hash LIKE '$argon2id$%')
);

CREATE TABLE user_preferences (
  user_id uuid NOT NULL,
  theme text NOT NULL DEFAULT 'system',
  single_keys boolean NOT NULL DEFAULT true,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT user_preferences_pkey PRIMARY KEY (user_id),
  CONSTRAINT user_preferences_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT user_preferences_theme_check CHECK (theme IN ('system', 'light', 'dark'))
);

CREATE TABLE customers (
  id uuid NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  time_zone text NOT NULL DEFAULT 'America/New_York',
  feed_kind text NOT NULL DEFAULT 'auto',
  alert_email text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT customers_pkey PRIMARY KEY (id),
  CONSTRAINT customers_slug_key UNIQUE (slug),
  CONSTRAINT customers_name_check CHECK (length(name) BETWEEN 1 AND 120),
  CONSTRAINT customers_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
  CONSTRAINT customers_time_zone_check CHECK (length(time_zone) BETWEEN 1 AND 64),
  CONSTRAINT customers_feed_kind_check CHECK (feed_kind IN ('auto', 'submission', 'remittance')),
  CONSTRAINT customers_alert_email_check CHECK (alert_email IS NULL OR (position('@' IN alert_email) > 1 AND length(alert_email) <= 254))
);

CREATE TABLE memberships (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  may_reveal_phi boolean NOT NULL DEFAULT false,
  last_look_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT memberships_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT memberships_user_key UNIQUE (customer_id, user_id),
  CONSTRAINT memberships_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT memberships_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT memberships_role_check CHECK (role IN ('owner', 'admin', 'analyst', 'viewer'))
);
CREATE INDEX memberships_by_user ON memberships (user_id, customer_id);
CALL protect_customer_table('memberships');

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON customers FOR ALL TO app_user USING (id = (SELECT app_customer())) WITH CHECK (id = (SELECT app_customer()));
GRANT SELECT, INSERT, UPDATE ON customers TO app_user;

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON users FOR SELECT TO app_user
  USING (id IN (SELECT m.user_id FROM memberships m WHERE m.customer_id = (SELECT app_customer())));
GRANT SELECT (id, email, name, is_superuser, created_at, disabled_at) ON users TO app_user;
CREATE POLICY sign_in ON users FOR ALL TO app_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON users TO app_system;

ALTER TABLE user_preferences ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_preferences FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON user_preferences FOR ALL TO app_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_preferences TO app_system;

CREATE POLICY sign_in ON customers FOR SELECT TO app_system USING (true);
GRANT SELECT ON customers TO app_system;
CREATE POLICY sign_in ON memberships FOR SELECT TO app_system USING (true);
GRANT SELECT ON memberships TO app_system;

-- Sessions and tokens ------------------------------------------------------------------------------------------------

CREATE TABLE auth_sessions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  customer_id uuid,
  client text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_expires_at timestamptz NOT NULL,
  absolute_expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  address_hash bytea,
  CONSTRAINT auth_sessions_pkey PRIMARY KEY (id),
  CONSTRAINT auth_sessions_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT auth_sessions_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT auth_sessions_client_check CHECK (client IN ('browser', 'api')),
  CONSTRAINT auth_sessions_life_check CHECK (idle_expires_at <= absolute_expires_at AND created_at <= absolute_expires_at)
);
CREATE INDEX auth_sessions_by_user ON auth_sessions (user_id);

CREATE TABLE refresh_tokens (
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  parent_id uuid,
  secret_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  idle_expires_at timestamptz NOT NULL,
  used_at timestamptz,
  successor_sealed bytea,
  CONSTRAINT refresh_tokens_pkey PRIMARY KEY (id),
  CONSTRAINT refresh_tokens_parent_key UNIQUE (parent_id),
  CONSTRAINT refresh_tokens_session_fk FOREIGN KEY (session_id) REFERENCES auth_sessions (id) ON DELETE CASCADE,
  CONSTRAINT refresh_tokens_parent_fk FOREIGN KEY (parent_id) REFERENCES refresh_tokens (id) ON DELETE CASCADE,
  CONSTRAINT refresh_tokens_secret_hash_check CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT refresh_tokens_life_check CHECK (idle_expires_at > created_at)
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE TABLE revoked_tokens (
  jti uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT revoked_tokens_pkey PRIMARY KEY (jti)
);
CREATE INDEX revoked_tokens_by_expiry ON revoked_tokens (expires_at);

CREATE TABLE login_throttles (
  key text NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  blocked_until timestamptz,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT login_throttles_pkey PRIMARY KEY (key),
  CONSTRAINT login_throttles_key_check CHECK (length(key) BETWEEN 1 AND 120),
  CONSTRAINT login_throttles_failures_check CHECK (failures >= 0)
);

CREATE TABLE rate_limit_buckets (
  key varchar(255) NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT rate_limit_buckets_pkey PRIMARY KEY (key),
  CONSTRAINT rate_limit_buckets_points_check CHECK (points >= 0)
);

CREATE TABLE signing_keys (
  kid text NOT NULL,
  sealed bytea NOT NULL,
  public_jwk jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  retired_at timestamptz,
  CONSTRAINT signing_keys_pkey PRIMARY KEY (kid),
  CONSTRAINT signing_keys_kid_check CHECK (length(kid) BETWEEN 8 AND 64)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['auth_sessions', 'refresh_tokens', 'revoked_tokens', 'login_throttles', 'rate_limit_buckets', 'signing_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY sign_in ON %I FOR ALL TO app_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_system', t);
  END LOOP;
END $$;

-- Customers ----------------------------------------------------------------------------------------------------------

CREATE TABLE customer_keys (
  customer_id uuid NOT NULL,
  purpose text NOT NULL,
  key_id smallint NOT NULL,
  kek_id smallint NOT NULL,
  wrapped bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  destroyed_at timestamptz,
  CONSTRAINT customer_keys_pkey PRIMARY KEY (customer_id, purpose, key_id),
  CONSTRAINT customer_keys_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT customer_keys_purpose_check CHECK (purpose IN ('data', 'index')),
  CONSTRAINT customer_keys_key_id_check CHECK (key_id BETWEEN 1 AND 32000),
  CONSTRAINT customer_keys_destroyed_check CHECK ((destroyed_at IS NULL) = (wrapped IS NOT NULL))
);
CALL protect_customer_table('customer_keys');

CREATE TABLE api_keys (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  scope text NOT NULL,
  secret_hash bytea NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT api_keys_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT api_keys_name_key UNIQUE (customer_id, name),
  CONSTRAINT api_keys_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT api_keys_name_check CHECK (length(name) BETWEEN 1 AND 80),
  CONSTRAINT api_keys_role_check CHECK (role IN ('admin', 'analyst', 'viewer')),
  CONSTRAINT api_keys_scope_check CHECK (scope IN ('read', 'write')),
  CONSTRAINT api_keys_secret_hash_check CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT api_keys_life_check CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days')
);
CREATE INDEX api_keys_by_id ON api_keys (id);
CALL protect_customer_table('api_keys');
CREATE POLICY sign_in ON api_keys FOR SELECT TO app_system USING (true);
CREATE POLICY last_used ON api_keys FOR UPDATE TO app_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (last_used_at) ON api_keys TO app_system;

CREATE TABLE payer_mappings (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  raw_name text NOT NULL,
  payer_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT payer_mappings_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT payer_mappings_raw_name_key UNIQUE (customer_id, raw_name),
  CONSTRAINT payer_mappings_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT payer_mappings_raw_name_check CHECK (length(raw_name) BETWEEN 1 AND 255),
  CONSTRAINT payer_mappings_payer_name_check CHECK (length(payer_name) BETWEEN 1 AND 255)
);
CALL protect_customer_table('payer_mappings');

CREATE TABLE cpt_group_mappings (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  cpt_from text NOT NULL,
  cpt_to text NOT NULL,
  cpt_group text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT cpt_group_mappings_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT cpt_group_mappings_range_key UNIQUE (customer_id, cpt_from, cpt_to),
  CONSTRAINT cpt_group_mappings_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT cpt_group_mappings_range_check CHECK (cpt_from ~ '^[A-Z0-9]{5}$' AND cpt_to ~ '^[A-Z0-9]{5}$' AND cpt_from <= cpt_to),
  CONSTRAINT cpt_group_mappings_group_check CHECK (cpt_group ~ '^[A-Z][A-Z0-9_ ]{0,39}$')
);
CALL protect_customer_table('cpt_group_mappings');

CREATE TABLE column_mappings (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  columns jsonb NOT NULL,
  day_first boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT column_mappings_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT column_mappings_name_key UNIQUE (customer_id, name),
  CONSTRAINT column_mappings_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT column_mappings_name_check CHECK (length(name) BETWEEN 1 AND 80),
  CONSTRAINT column_mappings_columns_check CHECK (jsonb_typeof(columns) = 'object' AND pg_column_size(columns) <= 32768)
);
CALL protect_customer_table('column_mappings');

CREATE TABLE access_grants (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  reason text NOT NULL,
  ticket text,
  granted_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT access_grants_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT access_grants_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT access_grants_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT access_grants_reason_check CHECK (length(reason) BETWEEN 10 AND 500),
  CONSTRAINT access_grants_life_check CHECK (expires_at > granted_at AND expires_at <= granted_at + interval '60 minutes')
);
CREATE INDEX access_grants_by_user ON access_grants (user_id, expires_at);
CALL protect_customer_table('access_grants');
CREATE POLICY sign_in ON access_grants FOR SELECT TO app_system USING (true);
GRANT SELECT ON access_grants TO app_system;

-- What leaves a transaction, and what has taken effect ------------------------------------------------------------------

CREATE TABLE outbox_events (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  data jsonb NOT NULL,
  request_id text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  CONSTRAINT outbox_events_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT outbox_events_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT outbox_events_name_check CHECK (name ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  CONSTRAINT outbox_events_data_check CHECK (jsonb_typeof(data) = 'object' AND pg_column_size(data) <= 4096)
);
CREATE INDEX outbox_events_unsent ON outbox_events (seq) WHERE sent_at IS NULL;
CREATE INDEX outbox_events_by_id ON outbox_events (id);
CALL protect_customer_table('outbox_events');
CREATE POLICY relay_reads ON outbox_events FOR SELECT TO app_system USING (true);
CREATE POLICY relay_marks ON outbox_events FOR UPDATE TO app_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (sent_at) ON outbox_events TO app_system;

CREATE FUNCTION outbox_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_events_notify AFTER INSERT ON outbox_events FOR EACH STATEMENT EXECUTE FUNCTION outbox_notify();

CREATE TABLE effects (
  customer_id uuid NOT NULL,
  consumer text NOT NULL,
  key text NOT NULL,
  result jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT effects_pkey PRIMARY KEY (customer_id, consumer, key),
  CONSTRAINT effects_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT effects_consumer_check CHECK (length(consumer) BETWEEN 1 AND 80),
  CONSTRAINT effects_key_check CHECK (length(key) BETWEEN 1 AND 200)
);
CALL protect_customer_table('effects');

CREATE TABLE idempotency_keys (
  customer_id uuid NOT NULL,
  key text NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  body_sha256 bytea NOT NULL,
  status integer,
  body text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (customer_id, key),
  CONSTRAINT idempotency_keys_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT idempotency_keys_key_check CHECK (length(key) BETWEEN 1 AND 255),
  CONSTRAINT idempotency_keys_method_check CHECK (method IN ('POST', 'PATCH')),
  CONSTRAINT idempotency_keys_path_check CHECK (length(path) BETWEEN 1 AND 500),
  CONSTRAINT idempotency_keys_body_sha256_check CHECK (octet_length(body_sha256) = 32),
  CONSTRAINT idempotency_keys_answer_check CHECK ((status IS NULL) = (body IS NULL) AND (status IS NULL OR status BETWEEN 200 AND 599))
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (customer_id, created_at);
CALL protect_customer_table('idempotency_keys');

RESET ROLE;

-- The audit chain ----------------------------------------------------------------------------------------------------

SET ROLE audit_owner;
CREATE TABLE audit.event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  customer_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  entity text NOT NULL,
  entity_id text,
  request_id text,
  payload text NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (id),
  CONSTRAINT event_action_check CHECK (action ~ '^[a-z_-]+\.[a-z_-]+$'),
  CONSTRAINT event_payload_check CHECK (octet_length(payload) <= 16384)
);
CREATE INDEX event_by_customer ON audit.event (customer_id, at DESC, id DESC);
CREATE TABLE audit.head (
  customer_id uuid NOT NULL,
  seq bigint NOT NULL DEFAULT 0,
  hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
  CONSTRAINT head_pkey PRIMARY KEY (customer_id)
);
CREATE TABLE audit.chain (
  customer_id uuid NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL,
  prev bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT chain_pkey PRIMARY KEY (customer_id, seq),
  CONSTRAINT chain_event_key UNIQUE (event_id),
  CONSTRAINT chain_event_fk FOREIGN KEY (event_id) REFERENCES audit.event (id)
);

-- Who, when, for whom and under which request are set here, not by the caller.
CREATE FUNCTION audit.stamp() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.customer_id := NULLIF(current_setting('app.customer_id', true), '')::uuid;
  NEW.actor       := NULLIF(current_setting('app.actor', true), '');
  NEW.request_id  := NULLIF(current_setting('app.request_id', true), '');
  NEW.at          := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.stamp();

CREATE FUNCTION audit.lp(t text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN t IS NULL THEN '\xffffffff'::bytea
    ELSE int4send(octet_length(convert_to(t, 'UTF8'))) || convert_to(t, 'UTF8') END $$;
CREATE FUNCTION audit.digest(e audit.event, n bigint, prev bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256('\x01'::bytea || prev || int8send(n) || uuid_send(e.customer_id) || uuid_send(e.id)
    || int8send((extract(epoch FROM e.at) * 1000000)::bigint) || audit.lp(e.actor) || audit.lp(e.action)
    || audit.lp(e.entity) || audit.lp(e.entity_id) || audit.lp(e.request_id) || audit.lp(e.payload)) $$;

CREATE FUNCTION audit.link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE n bigint; p bytea; h bytea;
BEGIN
  INSERT INTO audit.head (customer_id) VALUES (NEW.customer_id) ON CONFLICT DO NOTHING;
  SELECT seq + 1, hash INTO n, p FROM audit.head WHERE customer_id = NEW.customer_id FOR UPDATE;
  h := audit.digest(NEW, n, p);
  INSERT INTO audit.chain VALUES (NEW.customer_id, n, NEW.id, p, h);
  UPDATE audit.head SET seq = n, hash = h WHERE customer_id = NEW.customer_id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER link AFTER INSERT ON audit.event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.link();

CREATE FUNCTION audit.forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit is append-only' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.forbid();
CREATE TRIGGER no_trunc BEFORE TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION audit.forbid();
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON audit.chain FOR EACH ROW EXECUTE FUNCTION audit.forbid();
CREATE TRIGGER no_trunc BEFORE TRUNCATE ON audit.chain FOR EACH STATEMENT EXECUTE FUNCTION audit.forbid();

-- The trigger's owner obeys the same policy as the caller.
ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.chain ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.chain FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.head FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON audit.event FOR ALL TO app_user, app_system
  USING (customer_id = (SELECT public.app_customer())) WITH CHECK (customer_id = (SELECT public.app_customer()));
CREATE POLICY own ON audit.chain FOR ALL TO app_user, app_system, audit_owner
  USING (customer_id = (SELECT public.app_customer())) WITH CHECK (customer_id = (SELECT public.app_customer()));
CREATE POLICY own ON audit.head FOR ALL TO app_user, app_system, audit_owner
  USING (customer_id = (SELECT public.app_customer())) WITH CHECK (customer_id = (SELECT public.app_customer()));
GRANT USAGE ON SCHEMA audit TO app_user, app_system;
GRANT INSERT (action, entity, entity_id, payload), SELECT ON audit.event TO app_user, app_system;
GRANT SELECT ON audit.chain, audit.head TO app_user, app_system;
RESET ROLE;
