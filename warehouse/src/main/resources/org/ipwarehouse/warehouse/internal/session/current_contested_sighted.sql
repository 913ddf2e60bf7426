-- some keys have several versions: the one that was sent or seen again last holds
CREATE OR REPLACE VIEW current.{name} AS
WITH contested AS (
  SELECT DISTINCT source, row_key FROM control.contested_key WHERE table_name = '{name}'
),
seen AS (
  SELECT v.row_key, v.content_hash, v.as_of, v.submission
  FROM clean.{name} AS v
  LEFT SEMI JOIN contested AS k ON v.row_key = k.row_key
  UNION ALL
  SELECT s.row_key, s.content_hash, s.as_of, s.submission
  FROM control.sighting AS s
  LEFT SEMI JOIN contested AS k ON s.source = k.source AND s.row_key = k.row_key
),
holding AS (
  SELECT row_key, max_by(content_hash, struct(as_of, submission)) AS content_hash
  FROM seen
  GROUP BY row_key
)
SELECT c.*
FROM clean.{name} AS c
LEFT JOIN holding AS h ON c.row_key = h.row_key
WHERE h.row_key IS NULL OR h.content_hash = c.content_hash
