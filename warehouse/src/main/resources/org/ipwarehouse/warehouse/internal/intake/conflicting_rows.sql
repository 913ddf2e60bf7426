WITH conflicting AS (
  SELECT staged_delivery, staged_position FROM decision WHERE decision = 'conflict'
)
SELECT s.*
FROM staged_accepted AS s
LEFT SEMI JOIN conflicting AS c
  ON s.staged_delivery = c.staged_delivery AND s.staged_position = c.staged_position
