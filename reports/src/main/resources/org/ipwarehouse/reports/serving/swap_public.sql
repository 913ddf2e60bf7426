-- A Superset whose metadata lie in SQLite takes each table name once, whatever its schema: hence _public.
-- Readers ask views, whose tables are exchanged below them in one moment; what analysts built on the views stays.
CREATE SCHEMA IF NOT EXISTS ipw_public;
CREATE OR REPLACE VIEW ipw_public.figure_public AS SELECT * FROM ipw_public_next.figure;
CREATE OR REPLACE VIEW ipw_public.indicator_public AS SELECT * FROM ipw_public_next.indicator;
CREATE OR REPLACE VIEW ipw_public.task_state_public AS SELECT * FROM ipw_public_next.task_state;
DROP SCHEMA IF EXISTS ipw_public_data CASCADE;
ALTER SCHEMA ipw_public_next RENAME TO ipw_public_data;
