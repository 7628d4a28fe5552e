SET ROLE app_owner;

-- Who is told ----------------------------------------------------------------------------------------------------------

CREATE TABLE channels (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  config jsonb NOT NULL,
  secrets bytea,
  is_enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  CONSTRAINT channels_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT channels_kind_check CHECK (kind ~ '^[a-z][a-z0-9-]{0,31}$'),
  CONSTRAINT channels_name_check CHECK (length(name) BETWEEN 1 AND 80),
  CONSTRAINT channels_config_check CHECK (jsonb_typeof(config) = 'object' AND pg_column_size(config) <= 16384),
  CONSTRAINT channels_secrets_check CHECK (secrets IS NULL OR octet_length(secrets) BETWEEN 31 AND 16384),
  CONSTRAINT channels_deleted_check CHECK (deleted_at IS NULL OR (NOT is_enabled AND secrets IS NULL))
);
CREATE UNIQUE INDEX channels_name_key ON channels (customer_id, name) WHERE deleted_at IS NULL;
CALL protect_customer_table('channels');

CREATE TABLE alert_rules (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  signals text[] NOT NULL DEFAULT '{}',
  payers text[] NOT NULL DEFAULT '{}',
  cpt_groups text[] NOT NULL DEFAULT '{}',
  facilities text[] NOT NULL DEFAULT '{}',
  direction text NOT NULL DEFAULT 'worse',
  min_severity text NOT NULL DEFAULT 'low',
  min_effect double precision,
  min_impact_cents bigint,
  max_q double precision,
  severity_label text,
  uses_all_channels boolean NOT NULL DEFAULT true,
  channel_ids uuid[] NOT NULL DEFAULT '{}',
  is_enabled boolean NOT NULL DEFAULT true,
  is_default boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  CONSTRAINT alert_rules_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT alert_rules_name_check CHECK (length(name) BETWEEN 1 AND 80),
  CONSTRAINT alert_rules_scope_check CHECK (cardinality(signals) <= 50 AND cardinality(payers) <= 200 AND cardinality(cpt_groups) <= 200 AND cardinality(facilities) <= 200),
  CONSTRAINT alert_rules_direction_check CHECK (direction IN ('worse', 'better', 'any')),
  CONSTRAINT alert_rules_min_severity_check CHECK (min_severity IN ('low', 'medium', 'high', 'critical')),
  CONSTRAINT alert_rules_min_effect_check CHECK (min_effect IS NULL OR min_effect BETWEEN 0 AND 100000),
  CONSTRAINT alert_rules_min_impact_check CHECK (min_impact_cents IS NULL OR min_impact_cents BETWEEN 0 AND 100000000000),
  CONSTRAINT alert_rules_max_q_check CHECK (max_q IS NULL OR (max_q > 0 AND max_q <= 1)),
  CONSTRAINT alert_rules_severity_label_check CHECK (severity_label IS NULL OR severity_label IN ('low', 'medium', 'high', 'critical')),
  CONSTRAINT alert_rules_channels_check CHECK (cardinality(channel_ids) <= 20 AND (NOT uses_all_channels OR cardinality(channel_ids) = 0)),
  CONSTRAINT alert_rules_deleted_check CHECK (deleted_at IS NULL OR NOT is_enabled)
);
CREATE UNIQUE INDEX alert_rules_name_key ON alert_rules (customer_id, name) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX alert_rules_default_key ON alert_rules (customer_id) WHERE is_default;
CALL protect_customer_table('alert_rules');

-- A new customer is told of every confirmed harm from its first file on, in the console and at the address of its settings.
CREATE FUNCTION alert_defaults() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO alert_rules (customer_id, id, name, is_default) VALUES (NEW.id, gen_random_uuid(), 'Any confirmed harm', true);
    INSERT INTO channels (customer_id, id, kind, name, config) VALUES (NEW.id, gen_random_uuid(), 'in-app', 'Console', '{}');
  END IF;
  IF NEW.alert_email IS NOT NULL THEN
    INSERT INTO channels (customer_id, id, kind, name, config)
    VALUES (NEW.id, gen_random_uuid(), 'email', 'Settings e-mail', jsonb_build_object('recipients', jsonb_build_array(NEW.alert_email)))
    ON CONFLICT (customer_id, name) WHERE deleted_at IS NULL DO UPDATE SET config = excluded.config, is_enabled = true, updated_at = now();
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE channels SET is_enabled = false, updated_at = now()
    WHERE customer_id = NEW.id AND name = 'Settings e-mail' AND kind = 'email' AND deleted_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER customers_alert_defaults AFTER INSERT ON customers FOR EACH ROW EXECUTE FUNCTION alert_defaults();
CREATE TRIGGER customers_alert_email AFTER UPDATE OF alert_email ON customers FOR EACH ROW
  WHEN (OLD.alert_email IS DISTINCT FROM NEW.alert_email) EXECUTE FUNCTION alert_defaults();

-- Alerts and what people make of them ----------------------------------------------------------------------------------

CREATE TABLE alerts (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  alert_rule_id uuid NOT NULL,
  drift_event_id uuid NOT NULL,
  drift_run_id uuid NOT NULL,
  occurrence integer NOT NULL,
  cause text NOT NULL,
  dedupe_key text NOT NULL,
  signal text NOT NULL,
  payer text NOT NULL,
  cpt_group text,
  direction text NOT NULL,
  is_harm boolean NOT NULL,
  is_historic boolean NOT NULL DEFAULT false,
  severity text NOT NULL,
  confidence double precision,
  sentence text NOT NULL,
  evidence jsonb NOT NULL,
  impact_kind text NOT NULL,
  impact_cents bigint,
  impact_low_cents bigint,
  impact_high_cents bigint,
  started_on date,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  assignee_user_id uuid,
  snoozed_until timestamptz,
  follow_up_on date,
  resolution text,
  raised_at timestamptz NOT NULL,
  announced_at timestamptz,
  acknowledged_at timestamptz,
  resolved_at timestamptz,
  updated_at timestamptz NOT NULL,
  CONSTRAINT alerts_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT alerts_occurrence_key UNIQUE (customer_id, drift_event_id, alert_rule_id, occurrence),
  CONSTRAINT alerts_rule_fk FOREIGN KEY (customer_id, alert_rule_id) REFERENCES alert_rules (customer_id, id),
  CONSTRAINT alerts_occurrence_check CHECK (occurrence BETWEEN 1 AND 100000),
  CONSTRAINT alerts_cause_check CHECK (cause IN ('opened', 'reopened', 'worsened', 'matched')),
  CONSTRAINT alerts_dedupe_key_check CHECK (length(dedupe_key) BETWEEN 1 AND 900),
  CONSTRAINT alerts_signal_check CHECK (signal ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  CONSTRAINT alerts_payer_check CHECK (length(payer) BETWEEN 1 AND 255),
  CONSTRAINT alerts_cpt_group_check CHECK (cpt_group IS NULL OR length(cpt_group) BETWEEN 1 AND 120),
  CONSTRAINT alerts_direction_check CHECK (direction IN ('higher', 'lower')),
  CONSTRAINT alerts_severity_check CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  CONSTRAINT alerts_confidence_check CHECK (confidence IS NULL OR confidence BETWEEN 0 AND 1),
  CONSTRAINT alerts_sentence_check CHECK (length(sentence) BETWEEN 1 AND 1000),
  CONSTRAINT alerts_evidence_check CHECK (jsonb_typeof(evidence) = 'object' AND pg_column_size(evidence) <= 65536),
  CONSTRAINT alerts_impact_kind_check CHECK (impact_kind IN ('at-stake', 'held-back', 'unknown')),
  CONSTRAINT alerts_impact_check CHECK ((impact_kind = 'unknown') = (impact_cents IS NULL)
    AND (impact_low_cents IS NULL) = (impact_high_cents IS NULL) AND (impact_low_cents IS NULL OR impact_low_cents <= impact_high_cents)),
  CONSTRAINT alerts_state_check CHECK (state IN ('open', 'acknowledged', 'snoozed', 'resolved', 'suppressed')),
  CONSTRAINT alerts_version_check CHECK (version >= 1),
  CONSTRAINT alerts_snoozed_check CHECK ((state = 'snoozed') = (snoozed_until IS NOT NULL)),
  CONSTRAINT alerts_resolved_check CHECK ((state = 'resolved') = (resolved_at IS NOT NULL) AND (resolved_at IS NULL) = (resolution IS NULL)),
  CONSTRAINT alerts_acknowledged_check CHECK (state <> 'acknowledged' OR acknowledged_at IS NOT NULL),
  CONSTRAINT alerts_announced_check CHECK (state <> 'suppressed' OR announced_at IS NULL),
  CONSTRAINT alerts_resolution_check CHECK (resolution IS NULL OR resolution IN
    ('fixed', 'appealed', 'accepted', 'noise', 'recovered', 'withdrawn', 'superseded', 'already-handled', 'other'))
);
CREATE INDEX alerts_newest ON alerts (customer_id, raised_at DESC, id DESC);
CREATE INDEX alerts_by_state ON alerts (customer_id, state, raised_at DESC, id DESC);
CREATE INDEX alerts_by_key ON alerts (customer_id, dedupe_key, raised_at DESC);
CALL protect_customer_table('alerts');

CREATE TABLE alert_transitions (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  alert_id uuid NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  actor text NOT NULL,
  detail text,
  at timestamptz NOT NULL,
  CONSTRAINT alert_transitions_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT alert_transitions_alert_fk FOREIGN KEY (customer_id, alert_id) REFERENCES alerts (customer_id, id),
  CONSTRAINT alert_transitions_action_check CHECK (action IN
    ('raise', 'suppress', 'release', 'acknowledge', 'assign', 'snooze', 'resolve', 'reopen', 'judge', 'recover', 'supersede')),
  CONSTRAINT alert_transitions_from_state_check CHECK (from_state IS NULL OR from_state IN ('open', 'acknowledged', 'snoozed', 'resolved', 'suppressed')),
  CONSTRAINT alert_transitions_to_state_check CHECK (to_state IN ('open', 'acknowledged', 'snoozed', 'resolved', 'suppressed')),
  CONSTRAINT alert_transitions_actor_check CHECK (length(actor) BETWEEN 1 AND 200),
  CONSTRAINT alert_transitions_detail_check CHECK (detail IS NULL OR length(detail) BETWEEN 1 AND 2000)
);
CREATE INDEX alert_transitions_by_alert ON alert_transitions (customer_id, alert_id, at);
CALL protect_customer_table('alert_transitions');

CREATE TABLE suppressions (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  alert_id uuid NOT NULL,
  dedupe_key text NOT NULL,
  reason text NOT NULL,
  until_at timestamptz NOT NULL,
  judgment_ids uuid[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  undone_at timestamptz,
  undone_by text,
  CONSTRAINT suppressions_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT suppressions_alert_key UNIQUE (customer_id, alert_id),
  CONSTRAINT suppressions_alert_fk FOREIGN KEY (customer_id, alert_id) REFERENCES alerts (customer_id, id),
  CONSTRAINT suppressions_dedupe_key_check CHECK (length(dedupe_key) BETWEEN 1 AND 900),
  CONSTRAINT suppressions_reason_check CHECK (reason IN ('cooldown', 'noise')),
  CONSTRAINT suppressions_judgments_check CHECK ((reason = 'noise') = (cardinality(judgment_ids) >= 2)),
  CONSTRAINT suppressions_until_check CHECK (until_at > created_at),
  CONSTRAINT suppressions_undone_check CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL OR undone_at >= created_at)),
  CONSTRAINT suppressions_undone_by_check CHECK (undone_by IS NULL OR length(undone_by) BETWEEN 1 AND 200)
);
CREATE INDEX suppressions_newest ON suppressions (customer_id, created_at DESC, id DESC);
CREATE INDEX suppressions_by_key ON suppressions (customer_id, dedupe_key, undone_at);
CALL protect_customer_table('suppressions');

CREATE TABLE judgments (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  alert_id uuid NOT NULL,
  operator text NOT NULL,
  verdict text NOT NULL,
  reasons text[] NOT NULL DEFAULT '{}',
  recovered_cents bigint,
  recovered_on date,
  note text,
  follow_up_on date,
  judged_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT judgments_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT judgments_operator_key UNIQUE (customer_id, alert_id, operator),
  CONSTRAINT judgments_alert_fk FOREIGN KEY (customer_id, alert_id) REFERENCES alerts (customer_id, id),
  CONSTRAINT judgments_operator_check CHECK (length(operator) BETWEEN 1 AND 200),
  CONSTRAINT judgments_verdict_check CHECK (verdict IN ('real', 'noise', 'needs-follow-up')),
  CONSTRAINT judgments_reasons_check CHECK (reasons <@ ARRAY['known-seasonal', 'data-error', 'contract-change', 'policy-change', 'already-handled', 'other']::text[]),
  CONSTRAINT judgments_recovered_cents_check CHECK (recovered_cents IS NULL OR recovered_cents BETWEEN 0 AND 100000000000),
  CONSTRAINT judgments_recovered_on_check CHECK (recovered_on IS NULL OR recovered_cents IS NOT NULL),
  CONSTRAINT judgments_noise_recovers_nothing_check CHECK (verdict <> 'noise' OR recovered_cents IS NULL OR recovered_cents = 0),
  CONSTRAINT judgments_follow_up_check CHECK (follow_up_on IS NULL OR verdict = 'needs-follow-up'),
  CONSTRAINT judgments_note_check CHECK (note IS NULL OR length(note) BETWEEN 1 AND 2000),
  CONSTRAINT judgments_judged_check CHECK (judged_at >= created_at)
);
CREATE INDEX judgments_newest ON judgments (customer_id, judged_at DESC, id DESC);
CALL protect_customer_table('judgments');

CREATE TABLE judgment_history (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  judgment_id uuid NOT NULL,
  verdict text NOT NULL,
  reasons text[] NOT NULL DEFAULT '{}',
  recovered_cents bigint,
  recovered_on date,
  note text,
  follow_up_on date,
  judged_at timestamptz NOT NULL,
  CONSTRAINT judgment_history_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT judgment_history_judgment_fk FOREIGN KEY (customer_id, judgment_id) REFERENCES judgments (customer_id, id),
  CONSTRAINT judgment_history_verdict_check CHECK (verdict IN ('real', 'noise', 'needs-follow-up')),
  CONSTRAINT judgment_history_recovered_check CHECK (recovered_cents IS NULL OR recovered_cents BETWEEN 0 AND 100000000000),
  CONSTRAINT judgment_history_note_check CHECK (note IS NULL OR length(note) BETWEEN 1 AND 2000)
);
CREATE INDEX judgment_history_by_judgment ON judgment_history (customer_id, judgment_id, judged_at);
CALL protect_customer_table('judgment_history');

-- What leaves the house ------------------------------------------------------------------------------------------------

CREATE TABLE webhook_endpoints (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  url text NOT NULL,
  events text[] NOT NULL,
  description text,
  headers jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'active',
  disabled_reason text,
  disabled_at timestamptz,
  secrets bytea,
  failures_in_a_row integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  is_breaker_open boolean NOT NULL DEFAULT false,
  good_probes integer NOT NULL DEFAULT 0,
  probe_at timestamptz,
  last_success_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT webhook_endpoints_url_check CHECK (length(url) BETWEEN 8 AND 2048 AND url ~ '^https?://'),
  CONSTRAINT webhook_endpoints_events_check CHECK (cardinality(events) BETWEEN 1 AND 20),
  CONSTRAINT webhook_endpoints_description_check CHECK (description IS NULL OR length(description) BETWEEN 1 AND 200),
  CONSTRAINT webhook_endpoints_headers_check CHECK (jsonb_typeof(headers) = 'object' AND pg_column_size(headers) <= 8192),
  CONSTRAINT webhook_endpoints_state_check CHECK (state IN ('active', 'paused', 'disabled')),
  CONSTRAINT webhook_endpoints_disabled_check CHECK ((state = 'disabled') = (disabled_reason IS NOT NULL) AND (disabled_reason IS NULL) = (disabled_at IS NULL)),
  CONSTRAINT webhook_endpoints_disabled_reason_check CHECK (disabled_reason IS NULL OR disabled_reason IN ('gone', 'failing')),
  CONSTRAINT webhook_endpoints_secrets_check CHECK ((secrets IS NULL) = (deleted_at IS NOT NULL) AND (secrets IS NULL OR octet_length(secrets) BETWEEN 31 AND 16384)),
  CONSTRAINT webhook_endpoints_failures_check CHECK (failures_in_a_row >= 0 AND (failures_in_a_row = 0) = (failing_since IS NULL)),
  CONSTRAINT webhook_endpoints_breaker_check CHECK (good_probes BETWEEN 0 AND 3 AND is_breaker_open = (probe_at IS NOT NULL))
);
CREATE INDEX webhook_endpoints_newest ON webhook_endpoints (customer_id, created_at DESC, id DESC);
CALL protect_customer_table('webhook_endpoints');

CREATE TABLE webhook_sequences (
  customer_id uuid NOT NULL,
  entity_id uuid NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT webhook_sequences_pkey PRIMARY KEY (customer_id, entity_id),
  CONSTRAINT webhook_sequences_version_check CHECK (version >= 1)
);
CALL protect_customer_table('webhook_sequences');

CREATE TABLE deliveries (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  subject text NOT NULL,
  event text NOT NULL,
  alert_id uuid,
  drift_run_id uuid,
  channel_id uuid,
  outbox_event_id uuid,
  endpoint_id uuid,
  recipient text NOT NULL DEFAULT '',
  target_key text NOT NULL,
  message_id text NOT NULL,
  body text NOT NULL,
  state text NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  tries integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  locked_until timestamptz,
  last_status integer,
  last_error text,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  CONSTRAINT deliveries_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT deliveries_message_key UNIQUE (customer_id, message_id),
  CONSTRAINT deliveries_alert_key UNIQUE (customer_id, alert_id, channel_id, recipient),
  CONSTRAINT deliveries_history_key UNIQUE (customer_id, drift_run_id, channel_id, recipient),
  CONSTRAINT deliveries_event_key UNIQUE (customer_id, outbox_event_id, endpoint_id),
  CONSTRAINT deliveries_alert_fk FOREIGN KEY (customer_id, alert_id) REFERENCES alerts (customer_id, id),
  CONSTRAINT deliveries_channel_fk FOREIGN KEY (customer_id, channel_id) REFERENCES channels (customer_id, id),
  CONSTRAINT deliveries_endpoint_fk FOREIGN KEY (customer_id, endpoint_id) REFERENCES webhook_endpoints (customer_id, id),
  CONSTRAINT deliveries_subject_check CHECK (CASE subject
    WHEN 'alert' THEN num_nonnulls(alert_id, channel_id) = 2 AND num_nonnulls(drift_run_id, outbox_event_id, endpoint_id) = 0
    WHEN 'history' THEN num_nonnulls(drift_run_id, channel_id) = 2 AND num_nonnulls(alert_id, outbox_event_id, endpoint_id) = 0
    WHEN 'event' THEN num_nonnulls(outbox_event_id, endpoint_id) = 2 AND num_nonnulls(alert_id, drift_run_id, channel_id) = 0
    WHEN 'test' THEN channel_id IS NOT NULL AND num_nonnulls(alert_id, drift_run_id, outbox_event_id, endpoint_id) = 0
    WHEN 'notice' THEN endpoint_id IS NOT NULL AND recipient <> '' AND num_nonnulls(alert_id, drift_run_id, channel_id, outbox_event_id) = 0
    ELSE false END),
  CONSTRAINT deliveries_event_check CHECK (event ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  CONSTRAINT deliveries_recipient_check CHECK (length(recipient) <= 254),
  CONSTRAINT deliveries_target_key_check CHECK (target_key ~ '^(endpoint|mailbox|channel):[0-9a-f-]{16,36}$'),
  CONSTRAINT deliveries_message_id_check CHECK (message_id ~ '^msg_[0-9a-f]{32}$'),
  CONSTRAINT deliveries_body_check CHECK (octet_length(body) BETWEEN 2 AND 102400),
  CONSTRAINT deliveries_state_check CHECK (state IN ('pending', 'held', 'delivered', 'failed', 'cancelled')),
  CONSTRAINT deliveries_attempt_check CHECK (attempt BETWEEN 0 AND 1000 AND tries BETWEEN 0 AND attempt),
  CONSTRAINT deliveries_next_attempt_check CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL)),
  CONSTRAINT deliveries_locked_check CHECK (locked_until IS NULL OR state IN ('pending', 'held')),
  CONSTRAINT deliveries_finished_check CHECK ((finished_at IS NOT NULL) = (state IN ('delivered', 'failed', 'cancelled'))),
  CONSTRAINT deliveries_last_status_check CHECK (last_status IS NULL OR last_status BETWEEN 100 AND 999),
  CONSTRAINT deliveries_last_error_check CHECK (last_error IS NULL OR length(last_error) BETWEEN 1 AND 80)
);
CREATE INDEX deliveries_newest ON deliveries (customer_id, created_at DESC, id DESC);
CREATE INDEX deliveries_by_endpoint ON deliveries (customer_id, endpoint_id, created_at DESC);
CREATE INDEX deliveries_due ON deliveries (customer_id, target_key, next_attempt_at) WHERE state = 'pending';
CREATE INDEX deliveries_due_anywhere ON deliveries (next_attempt_at) WHERE state = 'pending';
CALL protect_customer_table('deliveries');
CREATE POLICY sweep ON deliveries FOR SELECT TO app_system USING (state = 'pending');
GRANT SELECT (customer_id, id, target_key, state, next_attempt_at, locked_until) ON deliveries TO app_system;

CREATE TABLE delivery_attempts (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  attempt integer NOT NULL,
  outcome text NOT NULL,
  status integer,
  error text,
  duration_ms integer,
  response text,
  started_at timestamptz NOT NULL,
  CONSTRAINT delivery_attempts_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT delivery_attempts_number_key UNIQUE (customer_id, delivery_id, attempt),
  CONSTRAINT delivery_attempts_delivery_fk FOREIGN KEY (customer_id, delivery_id) REFERENCES deliveries (customer_id, id),
  CONSTRAINT delivery_attempts_attempt_check CHECK (attempt BETWEEN 1 AND 1000),
  CONSTRAINT delivery_attempts_outcome_check CHECK (outcome IN ('attempting', 'delivered', 'failed', 'unknown')),
  CONSTRAINT delivery_attempts_status_check CHECK (status IS NULL OR status BETWEEN 100 AND 999),
  CONSTRAINT delivery_attempts_error_check CHECK (error IS NULL OR length(error) BETWEEN 1 AND 80),
  CONSTRAINT delivery_attempts_duration_check CHECK (duration_ms IS NULL OR duration_ms >= 0),
  CONSTRAINT delivery_attempts_response_check CHECK (response IS NULL OR length(response) <= 1024)
);
CALL protect_customer_table('delivery_attempts');

RESET ROLE;
