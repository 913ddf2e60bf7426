-- Tables of every edition, made in the schema that search_path names.

-- Grain: indicator, period, region, dimension, dimension_value, as in the indicator table of the lake.
CREATE TABLE figure (
    indicator text NOT NULL,
    indicator_name text NOT NULL,
    topic text NOT NULL,
    topic_name text NOT NULL,
    unit text NOT NULL,
    period text NOT NULL,
    period_kind text NOT NULL,
    period_label text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    year integer NOT NULL,
    region_code text NOT NULL,
    region_name text NOT NULL,
    region_level text NOT NULL,
    dimension text NOT NULL,
    dimension_name text NOT NULL,
    dimension_value text NOT NULL,
    dimension_label text NOT NULL,
    ip_type text,
    value numeric,
    value_text text NOT NULL,
    numerator numeric,
    denominator numeric,
    yoy_base numeric,
    yoy numeric,
    yoy_text text NOT NULL,
    qoq_base numeric,
    qoq numeric,
    qoq_text text NOT NULL,
    status text NOT NULL,
    status_label text NOT NULL,
    completeness numeric NOT NULL,
    definition integer NOT NULL,
    note text NOT NULL,
    -- the least of a group is its newest period and in it the most general figure: see the metrics of the dataset
    pick integer NOT NULL
);

-- One row an indicator: its passport.
CREATE TABLE indicator (
    indicator text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    topic text NOT NULL,
    topic_name text NOT NULL,
    unit text NOT NULL,
    decimals integer NOT NULL,
    kind text NOT NULL,
    direction text NOT NULL,
    frequency text NOT NULL,
    definition text NOT NULL,
    formula text NOT NULL,
    date_field text NOT NULL,
    owners text NOT NULL,
    sources text NOT NULL,
    tasks text NOT NULL,
    pitfall text NOT NULL,
    version integer NOT NULL
);

-- One row a task and quarter.
CREATE TABLE task_state (
    period text NOT NULL,
    period_label text NOT NULL,
    period_end date NOT NULL,
    task integer NOT NULL,
    task_group integer NOT NULL,
    group_name text NOT NULL,
    title text NOT NULL,
    deadline text NOT NULL,
    state text NOT NULL,
    state_label text NOT NULL,
    units integer NOT NULL,
    reported integer NOT NULL,
    evidence integer NOT NULL,
    indicators text NOT NULL
);
