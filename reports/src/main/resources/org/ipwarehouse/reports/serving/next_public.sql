DROP SCHEMA IF EXISTS ipw_public_next CASCADE;
CREATE SCHEMA ipw_public_next;
SET LOCAL search_path TO ipw_public_next;
