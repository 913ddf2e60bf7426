-- each version of a row with the days between which it held: valid_from within, valid_to not
WITH seen AS ( -- of several submissions of one day the greatest holds, as everywhere
  SELECT row_key, as_of, max_by(content_hash, submission) AS content_hash
  FROM version_seen
  GROUP BY row_key, as_of
),
sized AS ( -- how many rows each report has, and the greatest before it
  SELECT as_of, rows,
         coalesce(max(rows) OVER (ORDER BY as_of ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS most_before
  FROM (SELECT d.as_of, count(s.row_key) AS rows
        FROM (SELECT DISTINCT as_of FROM version_report) AS d
        LEFT JOIN seen AS s ON s.as_of = d.as_of
        GROUP BY d.as_of)
),
days AS ( -- the days on which the source reported at all; a row can only be absent from a report that is whole
  SELECT z.as_of,
         min(CASE WHEN z.rows * 100 >= p.whole_percent * z.most_before THEN z.as_of END)
           OVER (ORDER BY z.as_of ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_report
  FROM sized AS z
  CROSS JOIN version_parameters AS p
),
neighbours AS (
  SELECT s.row_key, s.as_of, s.content_hash, d.next_report,
         lag(s.content_hash) OVER (PARTITION BY s.row_key ORDER BY s.as_of) AS hash_before,
         lag(d.next_report) OVER (PARTITION BY s.row_key ORDER BY s.as_of) AS report_after_before
  FROM seen AS s
  JOIN days AS d ON d.as_of = s.as_of
),
begun AS ( -- a version begins where the content changes, and in a register also after an absence
  SELECT n.*,
         CASE WHEN n.hash_before = n.content_hash
                   AND NOT (p.is_register AND n.report_after_before < n.as_of)
              THEN 0 ELSE 1 END AS begins
  FROM neighbours AS n
  CROSS JOIN version_parameters AS p
),
numbered AS (
  SELECT *, sum(begins) OVER (PARTITION BY row_key ORDER BY as_of) AS number FROM begun
),
spell AS (
  SELECT row_key, number,
         min(as_of) AS valid_from,
         max_by(content_hash, as_of) AS content_hash,
         max_by(next_report, as_of) AS absent_from
  FROM numbered
  GROUP BY row_key, number
),
followed AS (
  SELECT *, lead(valid_from) OVER (PARTITION BY row_key ORDER BY number) AS superseded_from FROM spell
),
ended AS (
  SELECT f.row_key, f.content_hash, f.valid_from,
         CASE WHEN p.is_register AND f.absent_from < coalesce(f.superseded_from, date'9999-12-31') THEN f.absent_from
              ELSE f.superseded_from END AS valid_to,
         CASE WHEN p.is_register AND f.absent_from < coalesce(f.superseded_from, date'9999-12-31') THEN 'absent'
              WHEN f.superseded_from IS NOT NULL THEN 'superseded' END AS ended_by
  FROM followed AS f
  CROSS JOIN version_parameters AS p
),
certain AS ( -- a report with quarantined rows may only seem to lack a key
  SELECT as_of, sum(quarantined) = 0 AS is_whole FROM version_report GROUP BY as_of
)
SELECT r.*, e.valid_from, e.valid_to, e.ended_by,
       CASE WHEN e.ended_by = 'absent' THEN c.is_whole WHEN e.ended_by = 'superseded' THEN true END AS ended_surely
FROM ended AS e
JOIN version_row AS r ON r.row_key = e.row_key AND r.content_hash = e.content_hash
LEFT JOIN certain AS c ON c.as_of = e.valid_to
