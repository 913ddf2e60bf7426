with
run as (select period_through from run_parameters),
month as (
    select source, date_format(as_of, 'yyyy-MM') as month
    from fact.submission
    inner join run on as_of <= run.period_through
    where verdict <> 'refused' and source is not null
    group by source, date_format(as_of, 'yyyy-MM')
),
single as (
    select source
    from month
    group by source
    having count(*) = 1
),
final as (
    select '来源只报过一个月，没有上期可比' as gap, count(*) as gap_rows
    from single
    having count(*) > 0
)
select * from final
