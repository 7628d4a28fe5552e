-- no-transaction
-- The linter takes every file for one transaction; this one is run statement by statement.
-- squawk-ignore ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS outbox_events_sent ON outbox_events (customer_id, sent_at) WHERE sent_at IS NOT NULL;
-- squawk-ignore ban-concurrent-index-creation-in-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS effects_by_age ON effects (customer_id, created_at);
