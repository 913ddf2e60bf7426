-- Readers ask views, whose tables are exchanged below them in one moment; what analysts built on the views stays.
CREATE SCHEMA IF NOT EXISTS ipw_internal;
CREATE OR REPLACE VIEW ipw_internal.figure AS SELECT * FROM ipw_internal_next.figure;
CREATE OR REPLACE VIEW ipw_internal.indicator AS SELECT * FROM ipw_internal_next.indicator;
CREATE OR REPLACE VIEW ipw_internal.task_state AS SELECT * FROM ipw_internal_next.task_state;
CREATE OR REPLACE VIEW ipw_internal.warning AS SELECT * FROM ipw_internal_next.warning;
CREATE OR REPLACE VIEW ipw_internal.deadline AS SELECT * FROM ipw_internal_next.deadline;
CREATE OR REPLACE VIEW ipw_internal.submission AS SELECT * FROM ipw_internal_next.submission;
DROP SCHEMA IF EXISTS ipw_internal_data CASCADE;
ALTER SCHEMA ipw_internal_next RENAME TO ipw_internal_data;
