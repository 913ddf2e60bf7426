-- 行数：一个来源一个数据截止月收到的行数（拒收的文件不算）与上一个有报送的月比较。缺报的月没有行，不参加比较。
-- 满 24 个月、上年同月有报送的来源，改用季节性预期区间（docs/methods.md，与 Warehouse.expected 同一方法）：上年同月 ± 1.96 × 以前各月误差的均方根，
-- 方差不小于两个泊松计数之差的方差。春节在 1、2 月之间移动，两个月合为一期，到 2 月才判断。没有预期区间的仍与上一个有报送的月比较。
-- 单位：一个月的文件里正数金额的中位数，与该来源以前各月中位数的中位数比较。
with
run as (select period_through, district_code from run_parameters),
parameter as (
    select name, cast(value as int) as value, cast(valid_from as date) as valid_from, coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_warning_parameters
    where rule = 'W12'
),
reporter as (
    select source, max(owners) as owners
    from fact.expected_report
    group by source
),
file as (
    select ledger.*, date_format(ledger.as_of, 'yyyy-MM') as month
    from fact.submission as ledger
    inner join run on ledger.as_of <= run.period_through
    where ledger.verdict <> 'refused' and ledger.source is not null
),
received as (
    select source, month, max(as_of) as as_of, sum(rows_read) as rows
    from file
    group by source, month
),
sequenced as (
    select
        received.*,
        lag(month) over (partition by source order by month) as earlier_month,
        lag(rows) over (partition by source order by month) as earlier_rows
    from received
),
slot as (
    select
        source,
        if(month like '%-01', concat(left(month, 4), '-02'), month) as slot,
        max(as_of) as as_of,
        max(month) as month,
        sum(rows) as rows,
        count(*) as months
    from received
    group by source, if(month like '%-01', concat(left(month, 4), '-02'), month)
),
whole_slot as (
    select *, to_date(concat(slot, '-01')) as slot_on
    from slot
    where months = if(slot like '%-02', 2, 1)
),
with_year_before as (
    select
        now.*,
        before.slot as before_slot,
        before.month as before_month,
        before.rows as before_rows,
        now.rows - before.rows as error
    from whole_slot as now
    left join whole_slot as before on before.source = now.source and before.slot_on = add_months(now.slot_on, -12)
),
with_errors as (
    select
        *,
        sum(months) over past as months_before,
        avg(cast(error as double) * error) over past as mean_square
    from with_year_before
    window past as (partition by source order by slot_on rows between unbounded preceding and 1 preceding)
),
seasonal as (
    select
        *,
        1.959964 * sqrt(greatest(mean_square, 2.0 * greatest(before_rows, 1))) as reach
    from with_errors
    where months_before >= 24 and before_rows is not null and mean_square is not null
),
season_shock as (
    select
        source,
        '行数' as kind,
        month,
        as_of,
        rows,
        before_month as compared_with,
        before_rows as compared_rows,
        concat(if(slot like '%-02', concat(left(slot, 4), '年1—2月'), slot), '收到', rows, '行，上年同期为', before_rows, '行，',
            if(rows < before_rows, '低于', '高于'), '季节性预期区间[',
            cast(greatest(before_rows - reach, 0) as decimal(18, 0)), '，', cast(before_rows + reach as decimal(18, 0)), ']') as summary
    from seasonal
    where abs(rows - before_rows) > reach
),
judged_by_season as (
    select source, slot as month from seasonal
    union
    select source, concat(left(slot, 4), '-01') as month from seasonal where slot like '%-02'
),
expected as (
    select
        sequenced.*,
        sequenced.earlier_rows * low.value / 100 as least_rows,
        sequenced.earlier_rows * high.value / 100 as most_rows
    from sequenced
    left anti join judged_by_season on judged_by_season.source = sequenced.source and judged_by_season.month = sequenced.month
    inner join parameter as low on low.name = 'low_percent' and sequenced.as_of between low.valid_from and low.valid_through
    inner join parameter as high on high.name = 'high_percent' and sequenced.as_of between high.valid_from and high.valid_through
    inner join parameter as least on least.name = 'least_rows' and sequenced.as_of between least.valid_from and least.valid_through
    where greatest(sequenced.rows, sequenced.earlier_rows) >= least.value
),
row_shock as (
    select
        source,
        '行数' as kind,
        month,
        as_of,
        rows,
        earlier_month as compared_with,
        earlier_rows as compared_rows,
        concat(month, '收到', rows, '行，', earlier_month, '为', earlier_rows, '行，', if(rows < least_rows, '低于', '高于'), '预期区间[',
            cast(least_rows as decimal(18, 0)), '，', cast(most_rows as decimal(18, 0)), ']') as summary
    from expected
    where rows < least_rows or rows > most_rows
),
amount as (
    select submission, 'S02' as source, '罚款' as measure, fine_yuan as yuan from fact.penalty_case where fine_yuan > 0
    union all
    select submission, 'S02' as source, '货值' as measure, goods_value_yuan as yuan from fact.penalty_case where goods_value_yuan > 0
    union all
    select submission, 'S01' as source, '罚款' as measure, fine_yuan as yuan from fact.penalty_publication where fine_yuan > 0
),
dated_amount as (
    select amount.*, file.as_of, file.month
    from amount
    inner join file on file.submission = amount.submission
),
by_month as (
    select source, measure, month, max(as_of) as as_of, count(*) as rows, median(yuan) as median
    from dated_amount
    group by source, measure, month
),
comparable as (
    select by_month.*, times.value as times
    from by_month
    inner join parameter as times on times.name = 'unit_times' and by_month.as_of between times.valid_from and times.valid_through
    inner join parameter as least on least.name = 'unit_least_rows' and by_month.as_of between least.valid_from and least.valid_through
    where by_month.rows >= least.value
),
with_past as (
    select
        comparable.*,
        lag(month) over (partition by source, measure order by month) as earlier_month,
        lag(rows) over (partition by source, measure order by month) as earlier_rows,
        array_sort(collect_list(median) over (
            partition by source, measure
            order by month
            rows between unbounded preceding and 1 preceding
        )) as past
    from comparable
),
with_usual as (
    select *, past[cast((size(past) - 1) / 2 as int)] as usual
    from with_past
    where size(past) > 0
),
unit_shock as (
    select
        source,
        concat('单位（', measure, '）') as kind,
        month,
        as_of,
        rows,
        earlier_month as compared_with,
        earlier_rows as compared_rows,
        concat(month, '的', measure, '中位数', cast(median as decimal(18, 2)), '元，以前各月为', cast(usual as decimal(18, 2)),
            '元，疑似元、万元换错') as summary
    from with_usual
    where median >= times * usual or median * times <= usual
),
shock as (
    select * from row_shock
    union all
    select * from season_shock
    union all
    select * from unit_shock
),
final as (
    select
        concat_ws('|', shock.source, shock.kind) as subject_key,
        concat(shock.source, ' ', shock.kind) as subject,
        shock.month as case_key,
        '黄' as level,
        concat(run.district_code, '000') as region_code,
        nullif(reporter.owners, '') as owner,
        shock.as_of as happened_on,
        cast(null as date) as due_on,
        shock.summary,
        'submission' as evidence_fact,
        file.submission as evidence_key,
        if(file.month = shock.month, '本期文件', '比较的文件') as role,
        file.submission,
        file.source_file,
        file.sheet,
        file.row_number,
        shock.source,
        shock.kind,
        shock.month,
        shock.rows,
        shock.compared_with,
        shock.compared_rows
    from shock
    cross join run
    inner join file on file.source = shock.source and file.month in (shock.month, shock.compared_with)
    left join reporter on reporter.source = shock.source
)
select * from final
