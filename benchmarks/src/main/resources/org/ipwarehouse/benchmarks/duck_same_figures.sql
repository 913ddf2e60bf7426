-- Every figure of both sides: values and ratios' sides alike to the ninth digit, the same state, none on one side only.
WITH ours AS (
  SELECT indicator, region, dimension, dimension_value, period, value, numerator, denominator, status
  FROM read_parquet({ours})
),
theirs AS (
  SELECT * FROM read_parquet('{theirs}')
),
both_sides AS (
  SELECT
    coalesce(o.indicator, t.indicator) AS indicator,
    concat_ws(' ', coalesce(o.indicator, t.indicator), coalesce(o.period, t.period), coalesce(o.region, t.region),
              coalesce(o.dimension, t.dimension), coalesce(o.dimension_value, t.dimension_value),
              'ours', o.status, o.value, o.numerator, o.denominator,
              'DuckDB', t.status, t.value, t.numerator, t.denominator) AS shown,
    o.indicator IS NOT NULL AND t.indicator IS NOT NULL AND o.status = t.status
      AND (o.value IS NULL) = (t.value IS NULL)
      AND (o.value IS NULL OR abs(o.value::DOUBLE - t.value) <= 1e-9 * greatest(1000, abs(t.value)))
      AND (o.denominator IS NULL
           OR (abs(o.numerator::DOUBLE - t.numerator::DOUBLE) <= 1e-6 AND abs(o.denominator::DOUBLE - t.denominator::DOUBLE) <= 1e-6))
      AS is_same
  FROM ours AS o
  FULL OUTER JOIN theirs AS t USING (indicator, region, dimension, dimension_value, period)
)
SELECT
  count(*) AS compared,
  count_if(is_same IS NOT TRUE) AS different,
  concat(any_value(shown) FILTER (is_same IS NOT TRUE), ' in ',
         list(DISTINCT indicator) FILTER (is_same IS NOT TRUE)::VARCHAR) AS example
FROM both_sides
