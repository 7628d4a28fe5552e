SET ROLE app_owner;

-- Runs -----------------------------------------------------------------------------------------------------------------

CREATE TABLE drift_runs (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  as_of timestamptz NOT NULL,
  as_of_day date NOT NULL,
  status text NOT NULL,
  watermark date,
  history_days integer NOT NULL,
  method text NOT NULL,
  feed_mode text,
  look_count integer NOT NULL,
  is_historic boolean NOT NULL,
  uploads jsonb NOT NULL,
  cells_sha256 bytea NOT NULL,
  segment_count integer NOT NULL,
  tested_count integer NOT NULL,
  opened_count integer NOT NULL,
  worsened_count integer NOT NULL,
  recovered_count integer NOT NULL,
  requested_by text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  CONSTRAINT drift_runs_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT drift_runs_once_key UNIQUE (customer_id, kind, as_of),
  CONSTRAINT drift_runs_kind_check CHECK (kind IN ('upload', 'daily', 'weekly', 'manual')),
  CONSTRAINT drift_runs_status_check CHECK (status IN ('COMPLETED', 'NOT_ENOUGH_HISTORY')),
  CONSTRAINT drift_runs_completed_check CHECK (status <> 'COMPLETED' OR (watermark IS NOT NULL AND feed_mode IS NOT NULL AND look_count >= 1)),
  CONSTRAINT drift_runs_history_days_check CHECK (history_days >= 0),
  CONSTRAINT drift_runs_method_check CHECK (length(method) BETWEEN 1 AND 40),
  CONSTRAINT drift_runs_feed_mode_check CHECK (feed_mode IN ('submission', 'remittance')),
  CONSTRAINT drift_runs_uploads_check CHECK (jsonb_typeof(uploads) = 'array'),
  CONSTRAINT drift_runs_cells_check CHECK (octet_length(cells_sha256) = 32),
  CONSTRAINT drift_runs_count_check CHECK (segment_count >= 0 AND tested_count >= 0 AND opened_count >= 0 AND worsened_count >= 0 AND recovered_count >= 0),
  CONSTRAINT drift_runs_requested_by_check CHECK (length(requested_by) BETWEEN 1 AND 200),
  CONSTRAINT drift_runs_finished_check CHECK (finished_at >= started_at)
);
CREATE INDEX drift_runs_list ON drift_runs (customer_id, finished_at DESC, id DESC);
CALL protect_customer_table('drift_runs');

-- The whole payer is the segment whose cpt_group is empty.
CREATE TABLE drift_observations (
  customer_id uuid NOT NULL,
  drift_run_id uuid NOT NULL,
  signal text NOT NULL,
  payer_id uuid NOT NULL,
  cpt_group text NOT NULL,
  status text NOT NULL,
  window_days smallint,
  best_window_days smallint,
  n0 double precision,
  n1 double precision NOT NULL,
  value0 double precision,
  value1 double precision,
  effect double precision,
  effect_low double precision,
  effect_high double precision,
  p double precision,
  p_searched double precision,
  q double precision,
  evidence double precision,
  confidence double precision,
  direction smallint,
  guard text,
  stage text,
  smallest double precision,
  CONSTRAINT drift_observations_pkey PRIMARY KEY (customer_id, drift_run_id, signal, payer_id, cpt_group),
  CONSTRAINT drift_observations_run_fk FOREIGN KEY (customer_id, drift_run_id) REFERENCES drift_runs (customer_id, id) ON DELETE CASCADE,
  CONSTRAINT drift_observations_signal_check CHECK (signal ~ '^[A-Z][A-Z_]{2,39}$'),
  CONSTRAINT drift_observations_cpt_group_check CHECK (length(cpt_group) <= 40),
  CONSTRAINT drift_observations_status_check CHECK (status IN ('tested', 'few')),
  CONSTRAINT drift_observations_tested_check CHECK ((status = 'tested') = (num_nonnulls(window_days, best_window_days, n0, value0, value1, effect, effect_low, effect_high, p, p_searched, evidence, direction) = 12)),
  CONSTRAINT drift_observations_window_days_check CHECK (window_days IN (14, 28, 56, 84) AND best_window_days IN (14, 28, 56, 84)),
  CONSTRAINT drift_observations_n_check CHECK (n0 >= 0 AND n1 >= 0),
  CONSTRAINT drift_observations_interval_check CHECK (effect BETWEEN effect_low AND effect_high),
  CONSTRAINT drift_observations_p_check CHECK (p BETWEEN 0 AND 1 AND p_searched BETWEEN 0 AND 1 AND q BETWEEN 0 AND 1 AND evidence >= 0),
  CONSTRAINT drift_observations_confidence_check CHECK (confidence BETWEEN 0 AND 1),
  CONSTRAINT drift_observations_direction_check CHECK (direction IN (-1, 0, 1)),
  CONSTRAINT drift_observations_guard_check CHECK (guard IN ('passed', 'immaterial', 'timing', 'batch')),
  CONSTRAINT drift_observations_stage_check CHECK (stage IN ('none', 'watch', 'wait', 'confirm')),
  CONSTRAINT drift_observations_smallest_check CHECK (smallest > 0)
);
CALL protect_customer_table('drift_observations');

-- Events that live over runs -------------------------------------------------------------------------------------------

CREATE TABLE drift_events (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  signal text NOT NULL,
  family text NOT NULL,
  payer_id uuid NOT NULL,
  payer text NOT NULL,
  cpt_group text,
  direction smallint NOT NULL,
  is_harm boolean NOT NULL,
  state text NOT NULL,
  is_open boolean NOT NULL,
  is_historic boolean NOT NULL,
  opened_on date NOT NULL,
  watched_on date NOT NULL,
  ended_on date,
  end_reason text,
  reopened_count integer NOT NULL,
  calm_since date,
  sparse_since date,
  severity text NOT NULL,
  q double precision NOT NULL,
  confidence double precision NOT NULL,
  impact_cents bigint,
  impact_low_cents bigint,
  impact_high_cents bigint,
  sentence text NOT NULL,
  reference jsonb NOT NULL,
  opening_effect double precision NOT NULL,
  worst_effect double precision NOT NULL,
  worst_monthly_cents bigint,
  measured jsonb NOT NULL,
  attached jsonb NOT NULL,
  evidence jsonb NOT NULL,
  opened_run_id uuid NOT NULL,
  last_run_id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT drift_events_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT drift_events_opened_run_fk FOREIGN KEY (customer_id, opened_run_id) REFERENCES drift_runs (customer_id, id),
  CONSTRAINT drift_events_last_run_fk FOREIGN KEY (customer_id, last_run_id) REFERENCES drift_runs (customer_id, id),
  CONSTRAINT drift_events_signal_check CHECK (signal ~ '^[A-Z][A-Z_]{2,39}$'),
  CONSTRAINT drift_events_family_check CHECK (length(family) BETWEEN 1 AND 40),
  CONSTRAINT drift_events_payer_check CHECK (length(payer) BETWEEN 1 AND 255),
  CONSTRAINT drift_events_cpt_group_check CHECK (length(cpt_group) BETWEEN 1 AND 40),
  CONSTRAINT drift_events_direction_check CHECK (direction IN (-1, 1)),
  CONSTRAINT drift_events_state_check CHECK (state IN ('opened', 'continuing', 'worsened', 'recovered')),
  CONSTRAINT drift_events_open_check CHECK (is_open = (state <> 'recovered') AND is_open = (ended_on IS NULL) AND is_open = (end_reason IS NULL)),
  CONSTRAINT drift_events_end_reason_check CHECK (end_reason IN ('returned', 'no-data', 'withdrawn')),
  CONSTRAINT drift_events_days_check CHECK (watched_on <= opened_on AND (ended_on IS NULL OR ended_on >= opened_on)),
  CONSTRAINT drift_events_reopened_count_check CHECK (reopened_count >= 0),
  CONSTRAINT drift_events_severity_check CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  CONSTRAINT drift_events_q_check CHECK (q BETWEEN 0 AND 1),
  CONSTRAINT drift_events_confidence_check CHECK (confidence BETWEEN 0 AND 1),
  CONSTRAINT drift_events_impact_check CHECK (num_nonnulls(impact_cents, impact_low_cents, impact_high_cents) IN (0, 3) AND impact_low_cents <= impact_high_cents),
  CONSTRAINT drift_events_sentence_check CHECK (length(sentence) BETWEEN 1 AND 1000),
  CONSTRAINT drift_events_reference_check CHECK (jsonb_typeof(reference) = 'object'),
  CONSTRAINT drift_events_measured_check CHECK (jsonb_typeof(measured) = 'object'),
  CONSTRAINT drift_events_attached_check CHECK (jsonb_typeof(attached) = 'array'),
  CONSTRAINT drift_events_evidence_check CHECK (jsonb_typeof(evidence) = 'object' AND pg_column_size(evidence) <= 65536),
  CONSTRAINT drift_events_version_check CHECK (version >= 1)
);
CREATE UNIQUE INDEX drift_events_open_key ON drift_events (customer_id, signal, payer_id, cpt_group, direction) NULLS NOT DISTINCT WHERE is_open;
CREATE INDEX drift_events_list ON drift_events (customer_id, opened_on DESC, id DESC);
CREATE INDEX drift_events_lately ON drift_events (customer_id, ended_on);
CALL protect_customer_table('drift_events');

-- What each run said about each event: the life of an event, and what alerts read.
CREATE TABLE drift_event_changes (
  customer_id uuid NOT NULL,
  drift_run_id uuid NOT NULL,
  drift_event_id uuid NOT NULL,
  kind text NOT NULL,
  is_historic boolean NOT NULL,
  measured_on date NOT NULL,
  value1 double precision NOT NULL,
  effect double precision NOT NULL,
  effect_low double precision NOT NULL,
  effect_high double precision NOT NULL,
  severity text NOT NULL,
  impact_cents bigint,
  CONSTRAINT drift_event_changes_pkey PRIMARY KEY (customer_id, drift_run_id, drift_event_id),
  CONSTRAINT drift_event_changes_run_fk FOREIGN KEY (customer_id, drift_run_id) REFERENCES drift_runs (customer_id, id),
  CONSTRAINT drift_event_changes_event_fk FOREIGN KEY (customer_id, drift_event_id) REFERENCES drift_events (customer_id, id),
  CONSTRAINT drift_event_changes_kind_check CHECK (kind IN ('opened', 'continuing', 'worsened', 'recovered', 'withdrawn')),
  CONSTRAINT drift_event_changes_interval_check CHECK (effect_low <= effect_high),
  CONSTRAINT drift_event_changes_severity_check CHECK (severity IN ('low', 'medium', 'high', 'critical'))
);
CREATE INDEX drift_event_changes_life ON drift_event_changes (customer_id, drift_event_id, measured_on);
CALL protect_customer_table('drift_event_changes');

-- What drift remembers between looks -----------------------------------------------------------------------------------

CREATE TABLE drift_segment_states (
  customer_id uuid NOT NULL,
  signal text NOT NULL,
  payer_id uuid NOT NULL,
  cpt_group text NOT NULL,
  watched_on date NOT NULL,
  direction smallint NOT NULL,
  is_confirmed boolean NOT NULL,
  CONSTRAINT drift_segment_states_pkey PRIMARY KEY (customer_id, signal, payer_id, cpt_group),
  CONSTRAINT drift_segment_states_signal_check CHECK (signal ~ '^[A-Z][A-Z_]{2,39}$'),
  CONSTRAINT drift_segment_states_cpt_group_check CHECK (length(cpt_group) <= 40),
  CONSTRAINT drift_segment_states_direction_check CHECK (direction IN (-1, 0, 1))
);
CALL protect_customer_table('drift_segment_states');

CREATE TABLE drift_progress (
  customer_id uuid NOT NULL,
  last_run_id uuid NOT NULL,
  watermark date,
  staged_on date,
  CONSTRAINT drift_progress_pkey PRIMARY KEY (customer_id),
  CONSTRAINT drift_progress_run_fk FOREIGN KEY (customer_id, last_run_id) REFERENCES drift_runs (customer_id, id),
  CONSTRAINT drift_progress_staged_check CHECK (staged_on IS NULL OR watermark IS NOT NULL)
);
CALL protect_customer_table('drift_progress');

RESET ROLE;
