COPY (
  SELECT
    strftime(registered_on, '%Y-%m') AS period,
    township AS region,
    work_type,
    count(*) AS "ZZ01",
    count_if(is_online) AS "ZZ02",
    count_if(fine_yuan > 0) AS "ZZ03",
    count_if(amount_yuan >= 100000) AS "ZZ04",
    count_if(status = '已立案') AS "ZZ05",
    count_if(status = '办理中') AS "ZZ06",
    count_if(status = '已办结') AS "ZZ07",
    count_if(status = '已移送') AS "ZZ08",
    count_if(origin = '监督检查') AS "ZZ09",
    count_if(origin = '投诉举报') AS "ZZ10",
    count_if(origin = '部门移送') AS "ZZ11",
    count_if(origin = '上级交办') AS "ZZ12",
    count_if(is_online AND fine_yuan > 0) AS "ZZ13",
    count_if(finished_on IS NULL) AS "ZZ14",
    sum(amount_yuan) AS "ZZ15",
    sum(fine_yuan) AS "ZZ16",
    sum(goods_yuan) AS "ZZ17",
    sum(pieces) AS "ZZ18",
    count(DISTINCT uscc) AS "ZZ19",
    count(DISTINCT uscc) FILTER (fine_yuan > 0) AS "ZZ20"
  FROM '{results}/clean.parquet'
  GROUP BY ALL
) TO '{results}/figures.parquet' (FORMAT parquet, COMPRESSION zstd);
