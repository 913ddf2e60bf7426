-- Personal values of the rows that are stored: the new ones in clean, rejected ones and those in conflict in quarantine.
WITH decided AS (
  SELECT staged_delivery, staged_position, decision FROM decision WHERE decision <> 'new'
),
accepted AS (
  SELECT
    s.submission,
    s.sheet,
    s.row_number,
    CASE WHEN d.decision IS NULL THEN 'clean' ELSE 'quarantine' END AS kind,
    s.staged_sealed AS sealed,
    s.recorded_at
  FROM staged_accepted AS s
  LEFT JOIN decided AS d
    ON s.staged_delivery = d.staged_delivery AND s.staged_position = d.staged_position
  WHERE s.staged_sealed <> '' AND (d.decision IS NULL OR d.decision = 'conflict')
),
rejected AS (
  SELECT submission, sheet, row_number, 'quarantine' AS kind, staged_sealed AS sealed, recorded_at
  FROM staged_rejected
  WHERE staged_sealed <> ''
),
stored AS (
  SELECT * FROM accepted
  UNION ALL
  SELECT * FROM rejected
)
SELECT submission, sheet, row_number, kind, substring_index(sealed, '.', 1) AS key_id, sealed, recorded_at
FROM stored
