CREATE MACRO digit(c, i) AS strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(c, i, 1)) - 1;
CREATE MACRO is_credit_code(c) AS
  length(c) = 18
  AND (digit(c, 1) * 1 + digit(c, 2) * 3 + digit(c, 3) * 9 + digit(c, 4) * 27 + digit(c, 5) * 19 + digit(c, 6) * 26
    + digit(c, 7) * 16 + digit(c, 8) * 17 + digit(c, 9) * 20 + digit(c, 10) * 29 + digit(c, 11) * 25 + digit(c, 12) * 13
    + digit(c, 13) * 8 + digit(c, 14) * 24 + digit(c, 15) * 10 + digit(c, 16) * 30 + digit(c, 17) * 28
    + digit(c, 18)) % 31 = 0;
CREATE MACRO day(t) AS try_cast(
  CASE
    WHEN contains(t, '年') THEN replace(replace(replace(t, '年', '-'), '月', '-'), '日', '')
    WHEN contains(t, '/') THEN replace(t, '/', '-')
    ELSE t
  END AS DATE);
CREATE MACRO yuan(t) AS
  CASE
    WHEN ends_with(t, '万元') THEN try_cast(left(t, length(t) - 2) AS DECIMAL(18, 6)) * 10000
    ELSE try_cast(replace(replace(t, '元', ''), ',', '') AS DECIMAL(18, 2))
  END::DECIMAL(18, 2);

CREATE TABLE work_type AS
SELECT 'T' || lpad((4 * k + s + 1)::VARCHAR, 2, '0') AS code, kind || stage AS label
FROM (SELECT unnest(['商标侵权', '假冒专利', '专利侵权', '地理标志', '商业秘密', '植物新品', '著作侵权', '特殊标志', '奥运标志', '展会维权']) AS kind,
  unnest(range(10)) AS k)
CROSS JOIN (SELECT unnest(['生产', '销售', '网络', '进出口']) AS stage, unnest(range(4)) AS s);
CREATE TABLE town AS
SELECT unnest(['滨河镇', '文昌镇', '东园镇', '柔远镇', '镇罗镇', '宣和镇', '永康镇', '常乐镇', '迎水桥镇', '兴仁镇', '香山乡', '中卫山羊选育场']) AS label,
  unnest(['640502100', '640502101', '640502102', '640502103', '640502104', '640502105', '640502106', '640502107',
    '640502108', '640502109', '640502200', '640502400']) AS code;

CREATE TABLE checked AS
WITH sent AS (
  SELECT * FROM read_csv('{file}', header = true, all_varchar = true, delim = ',', quote = '"', strict_mode = true)
),
typed AS (
  SELECT
    sent.*,
    work_type.code AS type_code,
    town.code AS town_code,
    day(登记日期) AS registered_on,
    day(办结日期) AS finished_on,
    yuan(涉案金额) AS amount_yuan,
    yuan(罚款金额) AS fine_yuan,
    yuan(货值金额) AS goods_yuan,
    try_cast(数量 AS BIGINT) AS pieces
  FROM sent
  LEFT JOIN work_type ON work_type.label = sent.业务类型
  LEFT JOIN town ON town.label = sent.所属乡镇
)
SELECT
  *,
  nullif(concat_ws(';',
    CASE WHEN 登记编号 IS NULL THEN 'KEY_MISSING' END,
    CASE WHEN 统一社会信用代码 IS NULL OR NOT is_credit_code(统一社会信用代码) THEN 'USCC_CHECKSUM' END,
    CASE WHEN registered_on IS NULL OR (finished_on IS NULL AND 办结日期 IS NOT NULL)
      OR registered_on > DATE '2025-12-31' OR finished_on > DATE '2025-12-31' THEN 'DATE_INVALID' END,
    CASE WHEN finished_on < registered_on THEN 'DATE_ORDER' END,
    CASE WHEN (amount_yuan IS NULL AND 涉案金额 IS NOT NULL) OR (fine_yuan IS NULL AND 罚款金额 IS NOT NULL)
      OR (goods_yuan IS NULL AND 货值金额 IS NOT NULL) OR (pieces IS NULL AND 数量 IS NOT NULL) THEN 'AMOUNT_UNPARSEABLE' END,
    CASE WHEN type_code IS NULL OR town_code IS NULL OR 是否线上 NOT IN ('是', '否')
      OR 办理状态 NOT IN ('已立案', '办理中', '已办结', '已移送')
      OR 案件来源 NOT IN ('监督检查', '投诉举报', '部门移送', '上级交办') THEN 'ENUM_UNKNOWN' END), '') AS reasons
FROM typed;

COPY (SELECT DISTINCT ON (登记编号)
    登记编号 AS reg_no, 报送单位 AS org_name, 企业名称 AS party_name, 统一社会信用代码 AS uscc, type_code AS work_type,
    town_code AS township, 经营地址 AS address, registered_on, finished_on, amount_yuan, fine_yuan, goods_yuan, pieces,
    是否线上 = '是' AS is_online, 办理状态 AS status, 案件来源 AS origin, 内容摘要 AS summary, 备注 AS remark
  FROM checked WHERE reasons IS NULL)
TO '{results}/clean.parquet' (FORMAT parquet, COMPRESSION zstd);
COPY (SELECT * EXCLUDE (type_code, town_code, registered_on, finished_on, amount_yuan, fine_yuan, goods_yuan, pieces)
  FROM checked WHERE reasons IS NOT NULL)
TO '{results}/rejected.parquet' (FORMAT parquet, COMPRESSION zstd);

CREATE TABLE account AS
WITH reason AS (
  SELECT unnest(string_split(reasons, ';')) AS code FROM checked WHERE reasons IS NOT NULL
),
counted AS (
  SELECT string_agg(code || '=' || n, ', ' ORDER BY code) AS reasons
  FROM (SELECT code, count(*) AS n FROM reason GROUP BY code)
),
kept AS (SELECT count(*) AS n FROM '{results}/clean.parquet')
SELECT
  count(*) AS rows_read,
  any_value(kept.n) AS accepted,
  count(checked.reasons) AS rejected,
  count(*) - count(checked.reasons) - any_value(kept.n) AS repeated,
  '{' || coalesce(any_value(counted.reasons), '') || '}' AS reasons
FROM checked CROSS JOIN counted CROSS JOIN kept;
DROP TABLE checked;
