-- A chart names its indicators and the length of its periods; both narrow a million figures to some hundred.
CREATE UNIQUE INDEX ON figure (indicator, period_kind, period, region_code, dimension, dimension_value);
CREATE INDEX ON figure (period_kind, period_end);
ANALYZE figure;
ANALYZE indicator;
ANALYZE task_state;
