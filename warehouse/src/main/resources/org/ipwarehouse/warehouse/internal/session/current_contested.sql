-- some keys have several versions, none was seen again: the latest holds
CREATE OR REPLACE VIEW current.{name} AS
WITH contested AS (
  SELECT DISTINCT row_key FROM control.contested_key WHERE table_name = '{name}'
),
holding AS (
  SELECT v.row_key, max_by(v.content_hash, struct(v.as_of, v.submission)) AS content_hash
  FROM clean.{name} AS v
  LEFT SEMI JOIN contested AS k ON v.row_key = k.row_key
  GROUP BY v.row_key
)
SELECT c.*
FROM clean.{name} AS c
LEFT JOIN holding AS h ON c.row_key = h.row_key
WHERE h.row_key IS NULL OR h.content_hash = c.content_hash
