SELECT indicator, period, region, work_type, CAST(amount AS DECIMAL(32, 6)) AS amount
FROM (UNPIVOT (SELECT period, region, work_type, COLUMNS('ZZ.*')::DECIMAL(32, 6) FROM '{results}/figures.parquet')
  ON COLUMNS('ZZ.*') INTO NAME indicator VALUE amount)
WHERE amount <> 0
