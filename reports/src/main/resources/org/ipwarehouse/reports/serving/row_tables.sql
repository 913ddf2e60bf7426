-- Tables of the internal edition only: single cases, items and submissions.

CREATE TABLE warning (
    warning text NOT NULL,
    rule text NOT NULL,
    rule_name text NOT NULL,
    level text NOT NULL,
    state text NOT NULL,
    is_open boolean NOT NULL,
    subject text NOT NULL,
    summary text NOT NULL,
    region_code text NOT NULL,
    region_name text NOT NULL,
    owner text NOT NULL,
    happened_on date,
    raised_on date NOT NULL,
    due_on date NOT NULL,
    handled_on date,
    evidence_rows integer NOT NULL
);

CREATE TABLE deadline (
    kind text NOT NULL,
    item_no text NOT NULL,
    title text NOT NULL,
    rule text NOT NULL,
    owner text NOT NULL,
    region_code text NOT NULL,
    region_name text NOT NULL,
    started_on date,
    due_on date,
    closed_on date,
    state text NOT NULL,
    days_over bigint,
    days_left bigint,
    is_provisional boolean NOT NULL,
    source_file text NOT NULL,
    sheet text NOT NULL,
    row_number bigint NOT NULL
);

CREATE TABLE submission (
    sha256 text NOT NULL,
    file text NOT NULL,
    source text NOT NULL,
    source_name text NOT NULL,
    received_at timestamptz NOT NULL,
    verdict text NOT NULL,
    verdict_label text NOT NULL,
    rows_read bigint NOT NULL,
    accepted bigint NOT NULL,
    quarantined bigint NOT NULL,
    repeated bigint NOT NULL
);
