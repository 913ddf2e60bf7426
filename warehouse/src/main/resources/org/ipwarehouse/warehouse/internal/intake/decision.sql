-- What becomes of each staged row that keeps its contract. Only rows that are not simply new come out, and new ones whose
-- key has another version. Reads keys and fingerprints alone, never the wide rows.
WITH arrived AS (
  SELECT staged_delivery, staged_position, submission, row_key, content_hash
  FROM staged_accepted
),
in_file AS (
  SELECT
    *,
    min(content_hash) OVER (PARTITION BY staged_delivery, row_key)
      <> max(content_hash) OVER (PARTITION BY staged_delivery, row_key) AS conflicting,
    row_number() OVER (PARTITION BY staged_delivery, row_key ORDER BY staged_position) AS occurrence
  FROM arrived
),
versions_held AS (
  SELECT h.row_key, h.content_hash, h.submission
  FROM held_rows AS h
  LEFT SEMI JOIN arrived AS a ON h.row_key = a.row_key
),
-- at most one row of the lake has this version; others of the key make it contested
compared AS (
  SELECT
    f.staged_delivery,
    f.staged_position,
    first(f.submission) AS submission,
    first(f.row_key) AS row_key,
    first(f.content_hash) AS content_hash,
    first(f.conflicting) AS conflicting,
    first(f.occurrence) AS occurrence,
    max(CASE WHEN v.content_hash = f.content_hash THEN v.submission END) AS holder,
    count_if(v.content_hash <> f.content_hash) > 0 AS other_held
  FROM in_file AS f
  LEFT JOIN versions_held AS v ON f.row_key = v.row_key
  GROUP BY f.staged_delivery, f.staged_position
),
-- of deliveries stored together the first gives the row
in_turn AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY row_key, content_hash, conflicting OR occurrence > 1
      ORDER BY staged_delivery
    ) AS turn
  FROM compared
),
decided AS (
  SELECT
    staged_delivery,
    staged_position,
    submission,
    row_key,
    content_hash,
    other_held,
    CASE
      WHEN conflicting THEN 'conflict'
      WHEN occurrence > 1 THEN 'repeated'
      WHEN holder IS NOT NULL AND holder <> submission THEN 'held'
      WHEN holder IS NULL AND turn > 1 THEN 'held'
      ELSE 'new'
    END AS decision
  FROM in_turn
),
contesting AS (
  SELECT
    *,
    decision = 'new' AND (
      other_held
      OR min(CASE WHEN decision = 'new' THEN content_hash END) OVER (PARTITION BY row_key)
        <> max(CASE WHEN decision = 'new' THEN content_hash END) OVER (PARTITION BY row_key)
    ) AS contested
  FROM decided
)
SELECT staged_delivery, staged_position, submission, row_key, content_hash, decision, contested
FROM contesting
WHERE decision <> 'new' OR contested
