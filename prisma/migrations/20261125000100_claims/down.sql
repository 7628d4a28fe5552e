SET ROLE app_owner;
DROP TABLE rollup_day_payer, rollup_decisions, rollup_submissions, upload_repeats, claim_changes, claim_history, claims, payers, anomalies, quality_reports, rule_settings, validation_issues, upload_chunks, uploads;
RESET ROLE;
