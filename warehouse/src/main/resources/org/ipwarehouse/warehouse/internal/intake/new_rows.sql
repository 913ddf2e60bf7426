WITH left_out AS (
  SELECT staged_delivery, staged_position FROM decision WHERE decision <> 'new'
)
SELECT s.*
FROM staged_accepted AS s
LEFT ANTI JOIN left_out AS o
  ON s.staged_delivery = o.staged_delivery AND s.staged_position = o.staged_position
