DROP SCHEMA IF EXISTS ipw_internal_next CASCADE;
CREATE SCHEMA ipw_internal_next;
SET LOCAL search_path TO ipw_internal_next;
