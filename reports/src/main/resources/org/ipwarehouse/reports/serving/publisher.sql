-- What the publisher knows of itself. Never read by Superset.
CREATE SCHEMA IF NOT EXISTS ipw_publisher;

-- One row a schema of tables: what it holds now.
CREATE TABLE IF NOT EXISTS ipw_publisher.load (
    edition text PRIMARY KEY,
    layout integer NOT NULL,
    digest text NOT NULL,
    loaded_rows bigint NOT NULL,
    loaded_at timestamptz NOT NULL
);

-- One row an object of a Superset: what was applied last and what Superset made of it.
CREATE TABLE IF NOT EXISTS ipw_publisher.applied (
    server text NOT NULL,
    uuid text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    wanted text NOT NULL,
    observed text NOT NULL,
    adopted boolean NOT NULL,
    PRIMARY KEY (server, uuid)
);
