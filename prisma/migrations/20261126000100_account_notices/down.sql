SET ROLE app_owner;
DROP POLICY announces ON outbox_events;
REVOKE INSERT (customer_id, id, name, data, request_id) ON outbox_events FROM app_system;
DELETE FROM delivery_attempts a USING deliveries d WHERE d.customer_id = a.customer_id AND d.id = a.delivery_id AND d.subject = 'account';
DELETE FROM deliveries WHERE subject = 'account';
ALTER TABLE deliveries DROP CONSTRAINT deliveries_subject_check;
ALTER TABLE deliveries ADD CONSTRAINT deliveries_subject_check CHECK (CASE subject
  WHEN 'alert' THEN num_nonnulls(alert_id, channel_id) = 2 AND num_nonnulls(drift_run_id, outbox_event_id, endpoint_id) = 0
  WHEN 'history' THEN num_nonnulls(drift_run_id, channel_id) = 2 AND num_nonnulls(alert_id, outbox_event_id, endpoint_id) = 0
  WHEN 'event' THEN num_nonnulls(outbox_event_id, endpoint_id) = 2 AND num_nonnulls(alert_id, drift_run_id, channel_id) = 0
  WHEN 'test' THEN channel_id IS NOT NULL AND num_nonnulls(alert_id, drift_run_id, outbox_event_id, endpoint_id) = 0
  WHEN 'notice' THEN endpoint_id IS NOT NULL AND recipient <> '' AND num_nonnulls(alert_id, drift_run_id, channel_id, outbox_event_id) = 0
  ELSE false END);
RESET ROLE;
