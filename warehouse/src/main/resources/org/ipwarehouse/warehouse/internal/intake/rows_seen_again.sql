WITH seen_again AS (
  SELECT staged_delivery, staged_position FROM decision WHERE decision = 'held'
)
SELECT s.row_key, s.content_hash, s.as_of, s.submission
FROM staged_accepted AS s
LEFT SEMI JOIN seen_again AS a
  ON s.staged_delivery = a.staged_delivery AND s.staged_position = a.staged_position
