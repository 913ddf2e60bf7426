-- 装备的每个单位、截止月、类别一行（S25）。超配按应配数封顶，再汇总；期末以最近一期为准。
with
run as (select district_code from run_parameters),
stock as (
    select
        *,
        last_day(make_date(cast(year as int), cast(month as int), 1)) as counted_on
    from current.budget_equipment
    where equip is not null
),
final as (
    select
        stock.org,
        stock.equip as equipment,
        stock.counted_on,
        lead(stock.counted_on) over (partition by stock.org, stock.equip order by stock.counted_on) as superseded_on,
        concat(run.district_code, '000') as region_code,
        stock.required as required_units,
        stock.actual as actual_units,
        least(stock.actual, stock.required) as counted_units,
        stock.actual > stock.required as is_over_equipped,
        stock.submission,
        stock.source_file,
        stock.sheet,
        stock.row_number
    from stock
    cross join run
)
select * from final
