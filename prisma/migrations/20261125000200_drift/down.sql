SET ROLE app_owner;
DROP TABLE drift_progress, drift_segment_states, drift_event_changes, drift_events, drift_observations, drift_runs;
RESET ROLE;
