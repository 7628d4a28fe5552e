/** `none` may be logged; `customer` belongs to the customer; `quasi` can identify with other data; `phi` is encrypted; `secret` opens doors. */
export type ColumnClass = "none" | "customer" | "quasi" | "phi" | "secret";

/** Columns by class, as names with spaces between. */
function classed(byClass: Partial<Record<ColumnClass, string>>): Record<string, ColumnClass> {
  const pairs = Object.entries(byClass) as [ColumnClass, string][];
  return Object.fromEntries(pairs.flatMap(([name, columns]) => columns.split(" ").map((column) => [column, name])));
}

/** Class of every column of every table in schema public; one that is missing here fails the catalogue test. */
export const phiMap: Record<string, Record<string, ColumnClass>> = {
  access_grants: classed({ none: "customer_id id user_id granted_at expires_at ended_at", customer: "reason ticket" }),
  alert_rules: classed({
    none: "customer_id id signals direction min_severity min_effect max_q severity_label uses_all_channels channel_ids is_enabled is_default created_at updated_at deleted_at",
    customer: "name payers cpt_groups facilities min_impact_cents",
  }),
  alert_transitions: classed({ none: "customer_id id alert_id action from_state to_state actor at", customer: "detail" }),
  alerts: classed({
    none: "customer_id id alert_rule_id drift_event_id drift_run_id occurrence cause signal direction is_harm is_historic severity confidence impact_kind started_on state version assignee_user_id snoozed_until follow_up_on resolution raised_at announced_at acknowledged_at resolved_at updated_at",
    customer: "dedupe_key payer cpt_group sentence evidence impact_cents impact_low_cents impact_high_cents",
  }),
  anomalies: classed({
    none: "customer_id id upload_id kind severity value usual found_at acknowledged_at acknowledged_by",
    customer: "subject",
  }),
  api_keys: classed({
    none: "customer_id id role scope created_by created_at expires_at last_used_at revoked_at",
    customer: "name",
    secret: "secret_hash",
  }),
  auth_sessions: classed({
    none: "id user_id customer_id client created_at last_seen_at idle_expires_at absolute_expires_at revoked_at",
    secret: "address_hash",
  }),
  channels: classed({
    none: "customer_id id kind is_enabled created_at updated_at deleted_at",
    customer: "name config",
    secret: "secrets",
  }),
  claim_changes: classed({
    none: "customer_id id upload_id row_no payer_id phi_key",
    quasi:
      "identity values_hash submitted_date decided_date claim_number line_number payment_date service_date denial_text diagnosis_codes provider_npi facility authorization_number",
    customer:
      "cpt cpt_group modifiers outcome billed_cents allowed_cents paid_cents denial_reason_code denial_codes remark_codes units place_of_service plan_type authorization_required authorization_obtained is_exception is_first_decision",
    phi: "phi patient_bidx member_bidx",
  }),
  claim_history: classed({
    none: "customer_id id upload_id row_no payer_id phi_key version superseded_by superseded_at reason is_voided",
    quasi:
      "identity values_hash submitted_date decided_date claim_number line_number payment_date service_date denial_text diagnosis_codes provider_npi facility authorization_number",
    customer:
      "cpt cpt_group modifiers outcome billed_cents allowed_cents paid_cents denial_reason_code denial_codes remark_codes units place_of_service plan_type authorization_required authorization_obtained is_exception is_first_decision",
    phi: "phi patient_bidx member_bidx",
  }),
  claims: classed({
    none: "customer_id id upload_id row_no payer_id phi_key version created_at updated_at",
    quasi:
      "identity values_hash submitted_date decided_date claim_number line_number payment_date service_date denial_text diagnosis_codes provider_npi facility authorization_number",
    customer:
      "cpt cpt_group modifiers outcome billed_cents allowed_cents paid_cents denial_reason_code denial_codes remark_codes units place_of_service plan_type authorization_required authorization_obtained is_exception is_first_decision",
    phi: "phi patient_bidx member_bidx",
  }),
  column_mappings: classed({ none: "customer_id id day_first created_at updated_at", customer: "name columns" }),
  cpt_group_mappings: classed({ none: "customer_id id cpt_from cpt_to created_at updated_at", customer: "cpt_group" }),
  customer_keys: classed({ none: "customer_id purpose key_id kek_id created_at retired_at destroyed_at", secret: "wrapped" }),
  customers: classed({ none: "id feed_kind created_at updated_at", customer: "name slug time_zone alert_email" }),
  deliveries: classed({
    none: "customer_id id subject event alert_id drift_run_id channel_id outbox_event_id endpoint_id target_key message_id state attempt tries next_attempt_at locked_until last_status last_error created_at finished_at",
    customer: "recipient body",
  }),
  delivery_attempts: classed({
    none: "customer_id id delivery_id attempt outcome status error duration_ms started_at",
    customer: "response",
  }),
  drift_event_changes: classed({
    none: "customer_id drift_run_id drift_event_id kind is_historic measured_on value1 effect effect_low effect_high severity",
    customer: "impact_cents",
  }),
  drift_events: classed({
    none: "customer_id id signal family payer_id direction is_harm state is_open is_historic opened_on watched_on ended_on end_reason reopened_count calm_since sparse_since severity q confidence opening_effect worst_effect opened_run_id last_run_id version created_at updated_at",
    customer:
      "payer cpt_group impact_cents impact_low_cents impact_high_cents sentence reference worst_monthly_cents measured attached evidence",
  }),
  drift_observations: classed({
    none: "customer_id drift_run_id signal payer_id status window_days best_window_days n0 n1 value0 value1 effect effect_low effect_high p p_searched q evidence confidence direction guard stage smallest",
    customer: "cpt_group",
  }),
  drift_progress: classed({ none: "customer_id last_run_id watermark staged_on" }),
  drift_runs: classed({
    none: "customer_id id kind as_of as_of_day status watermark history_days method feed_mode look_count is_historic uploads cells_sha256 segment_count tested_count opened_count worsened_count recovered_count requested_by started_at finished_at",
  }),
  drift_segment_states: classed({ none: "customer_id signal payer_id watched_on direction is_confirmed", customer: "cpt_group" }),
  effects: classed({ none: "customer_id consumer key result created_at" }),
  idempotency_keys: classed({ none: "customer_id method path status created_at", customer: "key body", secret: "body_sha256" }),
  judgment_history: classed({
    none: "customer_id id judgment_id verdict reasons recovered_on follow_up_on judged_at",
    customer: "recovered_cents note",
  }),
  judgments: classed({
    none: "customer_id id alert_id operator verdict reasons recovered_on follow_up_on judged_at created_at",
    customer: "recovered_cents note",
  }),
  login_throttles: classed({ customer: "key", none: "failures blocked_until updated_at" }),
  memberships: classed({ none: "customer_id id user_id role may_reveal_phi last_look_at created_at" }),
  outbox_events: classed({ none: "customer_id id seq name data request_id created_at sent_at" }),
  payer_mappings: classed({ none: "customer_id id created_at updated_at", customer: "raw_name payer_name" }),
  payers: classed({ none: "customer_id id created_at", customer: "name name_key" }),
  quality_reports: classed({
    none: "customer_id upload_id completeness validity uniqueness timeliness consistency score grade created_at",
    customer: "facts",
  }),
  rate_limit_buckets: classed({ customer: "key", none: "points expire" }),
  refresh_tokens: classed({ none: "id session_id parent_id created_at idle_expires_at used_at", secret: "secret_hash successor_sealed" }),
  revoked_tokens: classed({ none: "jti expires_at" }),
  rollup_day_payer: classed({
    none: "customer_id payer_id",
    customer: "decided_on n_paid n_denied n_other billed_cents allowed_cents paid_cents denied_cents",
  }),
  rollup_decisions: classed({
    none: "customer_id payer_id upload_id",
    customer: "cpt_group cpt decided_on age outcome is_authorization_required reason n billed_cents allowed_cents",
  }),
  rollup_submissions: classed({ none: "customer_id payer_id", customer: "cpt_group cpt submitted_on n" }),
  rule_settings: classed({ none: "customer_id rule_id is_enabled severity updated_at", customer: "allowed_names" }),
  signing_keys: classed({ none: "kid public_jwk created_at retired_at", secret: "sealed" }),
  suppressions: classed({
    none: "customer_id id alert_id reason until_at judgment_ids created_at undone_at undone_by",
    customer: "dedupe_key",
  }),
  upload_chunks: classed({ none: "customer_id upload_id chunk_no", phi: "sealed" }),
  upload_repeats: classed({ none: "customer_id upload_id from_row claim_ids versions row_nos" }),
  uploads: classed({
    none: "customer_id id status byte_count chunk_count sha256 encoding is_encoding_assumed delimiter mapping_id created_by created_at received_at received_on published_at finished_at locked_until attempts checkpoint_row bytes_read row_count accepted_count rejected_count warning_count new_count updated_count unchanged_count failure_code",
    quasi: "filename",
    customer: "mapping tallies failure",
  }),
  user_preferences: classed({ none: "user_id theme single_keys updated_at" }),
  users: classed({ none: "id is_superuser created_at disabled_at", customer: "email name", secret: "password_hash" }),
  validation_issues: classed({ none: "customer_id id upload_id row_no column_name code detail severity" }),
  webhook_endpoints: classed({
    none: "customer_id id events state disabled_reason disabled_at failures_in_a_row failing_since is_breaker_open good_probes probe_at last_success_at created_at updated_at deleted_at",
    customer: "url description",
    secret: "headers secrets",
  }),
  webhook_sequences: classed({ none: "customer_id entity_id version" }),
};
