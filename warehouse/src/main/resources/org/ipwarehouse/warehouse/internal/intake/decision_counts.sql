SELECT staged_delivery, decision, count(*) AS row_count
FROM decision
GROUP BY staged_delivery, decision
