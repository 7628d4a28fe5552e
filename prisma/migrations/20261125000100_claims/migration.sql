SET ROLE app_owner;

-- Files ----------------------------------------------------------------------------------------------------------------

CREATE TABLE uploads (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  filename text NOT NULL,
  status text NOT NULL,
  byte_count bigint NOT NULL DEFAULT 0,
  chunk_count integer NOT NULL DEFAULT 0,
  sha256 bytea,
  encoding text,
  is_encoding_assumed boolean NOT NULL DEFAULT false,
  delimiter text,
  mapping_id uuid,
  mapping jsonb,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  received_at timestamptz,
  received_on date,
  published_at timestamptz,
  finished_at timestamptz,
  locked_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  checkpoint_row integer NOT NULL DEFAULT 1,
  bytes_read bigint NOT NULL DEFAULT 0,
  row_count integer NOT NULL DEFAULT 0,
  accepted_count integer NOT NULL DEFAULT 0,
  rejected_count integer NOT NULL DEFAULT 0,
  warning_count integer NOT NULL DEFAULT 0,
  new_count integer NOT NULL DEFAULT 0,
  updated_count integer NOT NULL DEFAULT 0,
  unchanged_count integer NOT NULL DEFAULT 0,
  tallies jsonb,
  failure_code text,
  failure jsonb,
  CONSTRAINT uploads_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT uploads_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT uploads_filename_check CHECK (length(filename) BETWEEN 1 AND 255),
  CONSTRAINT uploads_status_check CHECK (status IN ('RECEIVING', 'RECEIVED', 'PARSING', 'STAGED', 'COMMITTED', 'REJECTED', 'FAILED', 'CANCELLED', 'VOIDED')),
  CONSTRAINT uploads_received_check CHECK (status IN ('RECEIVING', 'FAILED', 'CANCELLED') OR (sha256 IS NOT NULL AND received_at IS NOT NULL AND received_on IS NOT NULL)),
  CONSTRAINT uploads_published_check CHECK (status NOT IN ('COMMITTED', 'VOIDED') OR published_at IS NOT NULL),
  CONSTRAINT uploads_byte_count_check CHECK (byte_count >= 0 AND bytes_read BETWEEN 0 AND byte_count),
  CONSTRAINT uploads_chunk_count_check CHECK (chunk_count >= 0),
  CONSTRAINT uploads_sha256_check CHECK (octet_length(sha256) = 32),
  CONSTRAINT uploads_encoding_check CHECK (encoding IN ('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252')),
  CONSTRAINT uploads_delimiter_check CHECK (delimiter IN (',', ';', E'\t', '|')),
  CONSTRAINT uploads_mapping_check CHECK (jsonb_typeof(mapping) = 'object' AND pg_column_size(mapping) <= 65536),
  CONSTRAINT uploads_created_by_check CHECK (length(created_by) BETWEEN 1 AND 200),
  CONSTRAINT uploads_attempts_check CHECK (attempts >= 0),
  CONSTRAINT uploads_checkpoint_row_check CHECK (checkpoint_row >= 1),
  CONSTRAINT uploads_count_check CHECK (row_count >= 0 AND accepted_count >= 0 AND rejected_count >= 0 AND new_count >= 0 AND updated_count >= 0 AND unchanged_count >= 0),
  CONSTRAINT uploads_warning_count_check CHECK (warning_count BETWEEN 0 AND row_count),
  CONSTRAINT uploads_row_count_check CHECK (row_count = accepted_count + rejected_count),
  CONSTRAINT uploads_accepted_count_check CHECK (accepted_count = new_count + updated_count + unchanged_count),
  CONSTRAINT uploads_failure_check CHECK ((failure_code IS NOT NULL) = (status IN ('REJECTED', 'FAILED')) AND length(failure_code) BETWEEN 1 AND 60)
);
CREATE UNIQUE INDEX uploads_sha256_key ON uploads (customer_id, sha256) WHERE status NOT IN ('REJECTED', 'FAILED', 'CANCELLED', 'VOIDED');
CREATE INDEX uploads_hidden ON uploads (customer_id, id) WHERE status IN ('PARSING', 'STAGED');
CREATE INDEX uploads_list ON uploads (customer_id, created_at DESC, id DESC);
CREATE INDEX uploads_unfinished ON uploads (locked_until) WHERE status IN ('RECEIVING', 'RECEIVED', 'PARSING', 'STAGED');
CALL protect_customer_table('uploads');
CREATE POLICY sweep ON uploads FOR SELECT TO app_system USING (status IN ('RECEIVING', 'RECEIVED', 'PARSING', 'STAGED'));
GRANT SELECT (customer_id, id, status, created_at, received_at, locked_until, attempts) ON uploads TO app_system;

CREATE TABLE upload_chunks (
  customer_id uuid NOT NULL,
  upload_id uuid NOT NULL,
  chunk_no integer NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT upload_chunks_pkey PRIMARY KEY (customer_id, upload_id, chunk_no),
  CONSTRAINT upload_chunks_upload_fk FOREIGN KEY (customer_id, upload_id) REFERENCES uploads (customer_id, id) ON DELETE CASCADE,
  CONSTRAINT upload_chunks_chunk_no_check CHECK (chunk_no >= 0),
  CONSTRAINT upload_chunks_sealed_check CHECK (octet_length(sealed) BETWEEN 31 AND 1048640)
);
ALTER TABLE upload_chunks ALTER COLUMN sealed SET STORAGE EXTERNAL;
CALL protect_customer_table('upload_chunks');

CREATE TABLE validation_issues (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  upload_id uuid NOT NULL,
  row_no integer NOT NULL,
  column_name text NOT NULL,
  code text NOT NULL,
  detail text NOT NULL,
  severity text NOT NULL,
  CONSTRAINT validation_issues_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT validation_issues_upload_fk FOREIGN KEY (customer_id, upload_id) REFERENCES uploads (customer_id, id) ON DELETE CASCADE,
  CONSTRAINT validation_issues_row_no_check CHECK (row_no >= 1),
  CONSTRAINT validation_issues_column_name_check CHECK (column_name ~ '^[a-z_]{2,40}$'),
  CONSTRAINT validation_issues_code_check CHECK (code ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  CONSTRAINT validation_issues_detail_check CHECK (detail ~ '^[a-z_]{2,40}$'),
  CONSTRAINT validation_issues_severity_check CHECK (severity IN ('error', 'warning', 'info'))
);
CREATE INDEX validation_issues_list ON validation_issues (customer_id, upload_id, row_no, id);
CALL protect_customer_table('validation_issues');

CREATE TABLE rule_settings (
  customer_id uuid NOT NULL,
  rule_id text NOT NULL,
  is_enabled boolean NOT NULL DEFAULT true,
  severity text,
  allowed_names text[] NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT rule_settings_pkey PRIMARY KEY (customer_id, rule_id),
  CONSTRAINT rule_settings_rule_id_check CHECK (rule_id ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  CONSTRAINT rule_settings_severity_check CHECK (severity IN ('error', 'warning', 'info')),
  CONSTRAINT rule_settings_allowed_names_check CHECK (cardinality(allowed_names) <= 500)
);
CALL protect_customer_table('rule_settings');

CREATE TABLE quality_reports (
  customer_id uuid NOT NULL,
  upload_id uuid NOT NULL,
  completeness double precision NOT NULL,
  validity double precision NOT NULL,
  uniqueness double precision NOT NULL,
  timeliness double precision NOT NULL,
  consistency double precision NOT NULL,
  score double precision NOT NULL,
  grade text NOT NULL,
  facts jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT quality_reports_pkey PRIMARY KEY (customer_id, upload_id),
  CONSTRAINT quality_reports_upload_fk FOREIGN KEY (customer_id, upload_id) REFERENCES uploads (customer_id, id) ON DELETE CASCADE,
  CONSTRAINT quality_reports_completeness_check CHECK (completeness BETWEEN 0 AND 1),
  CONSTRAINT quality_reports_validity_check CHECK (validity BETWEEN 0 AND 1),
  CONSTRAINT quality_reports_uniqueness_check CHECK (uniqueness BETWEEN 0 AND 1),
  CONSTRAINT quality_reports_timeliness_check CHECK (timeliness BETWEEN 0 AND 1),
  CONSTRAINT quality_reports_consistency_check CHECK (consistency BETWEEN 0 AND 1),
  CONSTRAINT quality_reports_score_check CHECK (score BETWEEN 0 AND 1),
  CONSTRAINT quality_reports_grade_check CHECK (grade IN ('A', 'B', 'C', 'D', 'F')),
  CONSTRAINT quality_reports_facts_check CHECK (jsonb_typeof(facts) = 'object')
);
CALL protect_customer_table('quality_reports');

CREATE TABLE anomalies (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  upload_id uuid NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  severity text NOT NULL,
  value double precision NOT NULL,
  usual double precision NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  acknowledged_at timestamptz,
  acknowledged_by text,
  CONSTRAINT anomalies_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT anomalies_upload_fk FOREIGN KEY (customer_id, upload_id) REFERENCES uploads (customer_id, id) ON DELETE CASCADE,
  CONSTRAINT anomalies_once_key UNIQUE (customer_id, upload_id, kind, subject),
  CONSTRAINT anomalies_kind_check CHECK (kind IN ('VOLUME', 'MISSING_FIELD', 'OUTCOME_MIX', 'DUPLICATES', 'NEW_PAYERS')),
  CONSTRAINT anomalies_subject_check CHECK (length(subject) BETWEEN 1 AND 60),
  CONSTRAINT anomalies_severity_check CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  CONSTRAINT anomalies_acknowledged_check CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
);
CREATE INDEX anomalies_list ON anomalies (customer_id, found_at DESC, id DESC);
CALL protect_customer_table('anomalies');

-- Claims ---------------------------------------------------------------------------------------------------------------

CREATE TABLE payers (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT payers_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT payers_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT payers_name_key_key UNIQUE (customer_id, name_key),
  CONSTRAINT payers_name_check CHECK (length(name) BETWEEN 1 AND 255),
  CONSTRAINT payers_name_key_check CHECK (length(name_key) BETWEEN 1 AND 1024)
);
CALL protect_customer_table('payers');

CREATE TABLE claims (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  upload_id uuid NOT NULL,
  row_no integer NOT NULL,
  identity bytea NOT NULL,
  values_hash bytea NOT NULL,
  payer_id uuid NOT NULL,
  cpt text NOT NULL,
  cpt_group text NOT NULL,
  modifiers text,
  submitted_date date NOT NULL,
  decided_date date,
  outcome text NOT NULL,
  claim_number text,
  line_number text,
  billed_cents bigint,
  allowed_cents bigint,
  paid_cents bigint,
  payment_date date,
  service_date date,
  denial_reason_code text,
  denial_codes text,
  denial_text text,
  remark_codes text,
  diagnosis_codes text,
  units smallint,
  provider_npi text,
  facility text,
  place_of_service text,
  plan_type text,
  authorization_required boolean,
  authorization_number text,
  authorization_obtained boolean,
  is_exception boolean NOT NULL,
  is_first_decision boolean NOT NULL,
  phi bytea,
  phi_key smallint,
  patient_bidx bytea,
  member_bidx bytea,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT claims_pkey PRIMARY KEY (customer_id, id),
  CONSTRAINT claims_upload_fk FOREIGN KEY (customer_id, upload_id) REFERENCES uploads (customer_id, id),
  CONSTRAINT claims_payer_fk FOREIGN KEY (customer_id, payer_id) REFERENCES payers (customer_id, id),
  CONSTRAINT claims_row_no_check CHECK (row_no >= 2),
  CONSTRAINT claims_identity_check CHECK (octet_length(identity) = 20),
  CONSTRAINT claims_values_hash_check CHECK (octet_length(values_hash) = 16),
  CONSTRAINT claims_cpt_check CHECK (length(cpt) BETWEEN 1 AND 16),
  CONSTRAINT claims_cpt_group_check CHECK (length(cpt_group) BETWEEN 1 AND 40),
  CONSTRAINT claims_modifiers_check CHECK (length(modifiers) BETWEEN 2 AND 128),
  CONSTRAINT claims_submitted_date_check CHECK (submitted_date BETWEEN '1900-01-01' AND '2099-12-31'),
  CONSTRAINT claims_outcome_check CHECK (outcome IN ('PAID', 'DENIED', 'PENDING', 'REVERSED', 'OTHER')),
  CONSTRAINT claims_decided_date_check CHECK ((outcome = 'PENDING') = (decided_date IS NULL)),
  CONSTRAINT claims_date_order_check CHECK (is_exception OR decided_date >= submitted_date),
  CONSTRAINT claims_claim_number_check CHECK (length(claim_number) BETWEEN 1 AND 64),
  CONSTRAINT claims_line_number_check CHECK (length(line_number) BETWEEN 1 AND 32),
  CONSTRAINT claims_billed_cents_check CHECK (billed_cents BETWEEN -1000000000000 AND 1000000000000 AND (billed_cents >= 0 OR is_exception OR outcome = 'REVERSED')),
  CONSTRAINT claims_allowed_cents_check CHECK (allowed_cents BETWEEN -1000000000000 AND 1000000000000 AND (allowed_cents >= 0 OR is_exception OR outcome = 'REVERSED')),
  CONSTRAINT claims_paid_cents_check CHECK (paid_cents BETWEEN -1000000000000 AND 1000000000000 AND (paid_cents >= 0 OR is_exception OR outcome = 'REVERSED')),
  CONSTRAINT claims_denial_reason_code_check CHECK (length(denial_reason_code) BETWEEN 1 AND 16),
  CONSTRAINT claims_denial_codes_check CHECK (length(denial_codes) BETWEEN 1 AND 1024),
  CONSTRAINT claims_denial_text_check CHECK (length(denial_text) BETWEEN 1 AND 4000),
  CONSTRAINT claims_units_check CHECK (units BETWEEN 1 AND 9999),
  CONSTRAINT claims_first_decision_check CHECK (NOT is_first_decision OR outcome <> 'PENDING'),
  CONSTRAINT claims_phi_check CHECK ((phi IS NULL) = (phi_key IS NULL) AND octet_length(phi) BETWEEN 47 AND 8192),
  CONSTRAINT claims_patient_bidx_check CHECK (patient_bidx IS NULL OR (octet_length(patient_bidx) = 16 AND phi IS NOT NULL)),
  CONSTRAINT claims_member_bidx_check CHECK (member_bidx IS NULL OR (octet_length(member_bidx) = 16 AND phi IS NOT NULL)),
  CONSTRAINT claims_version_check CHECK (version >= 1)
) PARTITION BY HASH (customer_id);
CREATE UNIQUE INDEX claims_identity ON claims (customer_id, identity);
CREATE INDEX claims_list ON claims (customer_id, submitted_date DESC, id DESC);
CREATE INDEX claims_drill ON claims (customer_id, decided_date) INCLUDE (payer_id, cpt_group, outcome, submitted_date, billed_cents, allowed_cents, paid_cents);
CREATE INDEX claims_upload ON claims (customer_id, upload_id, row_no);
CALL protect_customer_table('claims');
DO $$
BEGIN
  FOR part IN 0..31 LOOP
    EXECUTE format('CREATE TABLE claims_p%s PARTITION OF claims FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(part::text, 2, '0'), part);
    EXECUTE format('ALTER TABLE claims_p%s ENABLE ROW LEVEL SECURITY', lpad(part::text, 2, '0'));
    EXECUTE format('ALTER TABLE claims_p%s FORCE ROW LEVEL SECURITY', lpad(part::text, 2, '0'));
    EXECUTE format('ALTER TABLE claims_p%s SET (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)', lpad(part::text, 2, '0'));
  END LOOP;
END $$;

CREATE TABLE claim_history (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  upload_id uuid NOT NULL,
  row_no integer NOT NULL,
  identity bytea NOT NULL,
  values_hash bytea NOT NULL,
  payer_id uuid NOT NULL,
  cpt text NOT NULL,
  cpt_group text NOT NULL,
  modifiers text,
  submitted_date date NOT NULL,
  decided_date date,
  outcome text NOT NULL,
  claim_number text,
  line_number text,
  billed_cents bigint,
  allowed_cents bigint,
  paid_cents bigint,
  payment_date date,
  service_date date,
  denial_reason_code text,
  denial_codes text,
  denial_text text,
  remark_codes text,
  diagnosis_codes text,
  units smallint,
  provider_npi text,
  facility text,
  place_of_service text,
  plan_type text,
  authorization_required boolean,
  authorization_number text,
  authorization_obtained boolean,
  is_exception boolean NOT NULL,
  is_first_decision boolean NOT NULL,
  phi bytea,
  phi_key smallint,
  patient_bidx bytea,
  member_bidx bytea,
  version integer NOT NULL,
  superseded_by uuid NOT NULL,
  superseded_at timestamptz NOT NULL,
  reason text NOT NULL,
  is_voided boolean NOT NULL DEFAULT false,
  CONSTRAINT claim_history_pkey PRIMARY KEY (customer_id, id, version),
  CONSTRAINT claim_history_upload_fk FOREIGN KEY (customer_id, upload_id) REFERENCES uploads (customer_id, id),
  CONSTRAINT claim_history_payer_fk FOREIGN KEY (customer_id, payer_id) REFERENCES payers (customer_id, id),
  CONSTRAINT claim_history_version_check CHECK (version >= 1),
  CONSTRAINT claim_history_reason_check CHECK (reason IN ('updated', 'voided') AND (reason <> 'voided' OR is_voided)),
  CONSTRAINT claim_history_outcome_check CHECK (outcome IN ('PAID', 'DENIED', 'PENDING', 'REVERSED', 'OTHER')),
  CONSTRAINT claim_history_decided_date_check CHECK ((outcome = 'PENDING') = (decided_date IS NULL)),
  CONSTRAINT claim_history_identity_check CHECK (octet_length(identity) = 20),
  CONSTRAINT claim_history_first_decision_check CHECK (NOT is_first_decision OR outcome <> 'PENDING'),
  CONSTRAINT claim_history_phi_check CHECK ((phi IS NULL) = (phi_key IS NULL))
);
CREATE INDEX claim_history_superseded_by ON claim_history (customer_id, superseded_by);
CREATE INDEX claim_history_upload ON claim_history (customer_id, upload_id);
CALL protect_customer_table('claim_history');

CREATE TABLE claim_changes (
  customer_id uuid NOT NULL,
  id uuid NOT NULL,
  upload_id uuid NOT NULL,
  row_no integer NOT NULL,
  identity bytea NOT NULL,
  values_hash bytea NOT NULL,
  payer_id uuid NOT NULL,
  cpt text NOT NULL,
  cpt_group text NOT NULL,
  modifiers text,
  submitted_date date NOT NULL,
  decided_date date,
  outcome text NOT NULL,
  claim_number text,
  line_number text,
  billed_cents bigint,
  allowed_cents bigint,
  paid_cents bigint,
  payment_date date,
  service_date date,
  denial_reason_code text,
  denial_codes text,
  denial_text text,
  remark_codes text,
  diagnosis_codes text,
  units smallint,
  provider_npi text,
  facility text,
  place_of_service text,
  plan_type text,
  authorization_required boolean,
  authorization_number text,
  authorization_obtained boolean,
  is_exception boolean NOT NULL,
  is_first_decision boolean NOT NULL,
  phi bytea,
  phi_key smallint,
  patient_bidx bytea,
  member_bidx bytea,
  CONSTRAINT claim_changes_pkey PRIMARY KEY (customer_id, upload_id, identity),
  CONSTRAINT claim_changes_upload_fk FOREIGN KEY (customer_id, upload_id) REFERENCES uploads (customer_id, id) ON DELETE CASCADE,
  CONSTRAINT claim_changes_identity_check CHECK (octet_length(identity) = 20),
  CONSTRAINT claim_changes_values_hash_check CHECK (octet_length(values_hash) = 16),
  CONSTRAINT claim_changes_row_no_check CHECK (row_no >= 2)
);
CALL protect_customer_table('claim_changes');

-- Which stored versions a file repeated unchanged: they outlive the void of the file that brought them.
CREATE TABLE upload_repeats (
  customer_id uuid NOT NULL,
  upload_id uuid NOT NULL,
  from_row integer NOT NULL,
  claim_ids uuid[] NOT NULL,
  versions integer[] NOT NULL,
  row_nos integer[] NOT NULL,
  CONSTRAINT upload_repeats_pkey PRIMARY KEY (customer_id, upload_id, from_row),
  CONSTRAINT upload_repeats_upload_fk FOREIGN KEY (customer_id, upload_id) REFERENCES uploads (customer_id, id) ON DELETE CASCADE,
  CONSTRAINT upload_repeats_from_row_check CHECK (from_row >= 2),
  CONSTRAINT upload_repeats_lengths_check CHECK (cardinality(claim_ids) > 0 AND cardinality(claim_ids) = cardinality(versions) AND cardinality(claim_ids) = cardinality(row_nos))
);
CALL protect_customer_table('upload_repeats');

-- Daily counts and cents -------------------------------------------------------------------------------------------------

CREATE TABLE rollup_submissions (
  customer_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  cpt_group text NOT NULL,
  cpt text NOT NULL,
  submitted_on date NOT NULL,
  n integer NOT NULL,
  CONSTRAINT rollup_submissions_pkey PRIMARY KEY (customer_id, payer_id, cpt_group, cpt, submitted_on),
  CONSTRAINT rollup_submissions_n_check CHECK (n > 0)
);
CALL protect_customer_table('rollup_submissions');

CREATE TABLE rollup_decisions (
  customer_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  cpt_group text NOT NULL,
  cpt text NOT NULL,
  decided_on date NOT NULL,
  age integer NOT NULL,
  outcome text NOT NULL,
  is_authorization_required boolean NOT NULL,
  reason text NOT NULL,
  upload_id uuid NOT NULL,
  n integer NOT NULL,
  billed_cents bigint NOT NULL,
  allowed_cents bigint NOT NULL,
  CONSTRAINT rollup_decisions_pkey PRIMARY KEY (customer_id, payer_id, cpt_group, cpt, decided_on, age, outcome, is_authorization_required, reason, upload_id),
  CONSTRAINT rollup_decisions_age_check CHECK (age >= 0),
  CONSTRAINT rollup_decisions_outcome_check CHECK (outcome IN ('PAID', 'DENIED', 'REVERSED', 'OTHER')),
  CONSTRAINT rollup_decisions_reason_check CHECK (length(reason) <= 16),
  CONSTRAINT rollup_decisions_n_check CHECK (n > 0)
);
CALL protect_customer_table('rollup_decisions');

CREATE TABLE rollup_day_payer (
  customer_id uuid NOT NULL,
  decided_on date NOT NULL,
  payer_id uuid NOT NULL,
  n_paid integer NOT NULL,
  n_denied integer NOT NULL,
  n_other integer NOT NULL,
  billed_cents bigint NOT NULL,
  allowed_cents bigint NOT NULL,
  paid_cents bigint NOT NULL,
  denied_cents bigint NOT NULL,
  CONSTRAINT rollup_day_payer_pkey PRIMARY KEY (customer_id, decided_on, payer_id),
  CONSTRAINT rollup_day_payer_n_check CHECK (n_paid >= 0 AND n_denied >= 0 AND n_other >= 0 AND n_paid + n_denied + n_other > 0)
);
CALL protect_customer_table('rollup_day_payer');

RESET ROLE;
