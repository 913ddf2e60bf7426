-- some keys have several versions, none was seen again: the one that was sent last holds. A submission has no more than
-- one version of a key; submissions are few, so that to compare them costs far less than to compare contents.
CREATE OR REPLACE VIEW current.{name} AS
WITH contested AS (
  SELECT DISTINCT row_key FROM control.contested_key WHERE table_name = '{name}'
),
holding AS (
  SELECT v.row_key, max_by(v.submission, struct(v.as_of, v.submission)) AS submission
  FROM clean.{name} AS v
  LEFT SEMI JOIN contested AS k ON v.row_key = k.row_key
  GROUP BY v.row_key
)
SELECT c.*
FROM clean.{name} AS c
LEFT JOIN holding AS h ON c.row_key = h.row_key
WHERE h.row_key IS NULL OR h.submission = c.submission
