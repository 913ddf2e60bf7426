-- some keys have several versions: the one that was sent or seen again last holds. A submission has no more than one
-- version of a key; submissions are few, so that to compare them costs far less than to compare contents.
CREATE OR REPLACE VIEW current.{name} AS
WITH contested AS (
  SELECT DISTINCT source, row_key FROM control.contested_key WHERE table_name = '{name}'
),
seen AS (
  SELECT v.row_key, v.content_hash, v.as_of, v.submission, v.submission AS stored
  FROM clean.{name} AS v
  LEFT SEMI JOIN contested AS k ON v.row_key = k.row_key
  UNION ALL
  SELECT s.row_key, s.content_hash, s.as_of, s.submission, CAST(NULL AS STRING) AS stored
  FROM control.sighting AS s
  LEFT SEMI JOIN contested AS k ON s.source = k.source AND s.row_key = k.row_key
),
versions AS (
  SELECT row_key, max(struct(as_of, submission)) AS last_seen, max(stored) AS stored
  FROM seen
  GROUP BY row_key, content_hash
),
holding AS (
  SELECT row_key, max_by(stored, last_seen) AS submission
  FROM versions
  WHERE stored IS NOT NULL
  GROUP BY row_key
)
SELECT c.*
FROM clean.{name} AS c
LEFT JOIN holding AS h ON c.row_key = h.row_key
WHERE h.row_key IS NULL OR h.submission = c.submission
