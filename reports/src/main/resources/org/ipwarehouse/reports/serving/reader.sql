-- A role that logs in and reads one schema. Its name, password and schema come as settings of this transaction.
DO $$
DECLARE
    reader text := current_setting('ipw.reader');
    held text := current_setting('ipw.schema');
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = reader) THEN
        EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', reader, current_setting('ipw.reader_password'));
        EXECUTE format('ALTER ROLE %I SET default_transaction_read_only = on', reader);
        EXECUTE format('ALTER ROLE %I SET statement_timeout = ''60s''', reader);
    END IF;
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', held);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', held, reader);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', held, reader);
END
$$;
