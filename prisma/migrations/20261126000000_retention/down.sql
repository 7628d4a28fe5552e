SET ROLE app_owner;
DROP INDEX effects_by_age, outbox_events_sent;
RESET ROLE;
