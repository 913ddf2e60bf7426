-- 经费的每个单位、截止月、科目、项目一行（S25）。支出是年内累计：spent_yuan 为累计数，spent_own_yuan 为与同年上一截止月之差。
-- 累计数到下一截止月为止有效，翌年从头累计。科目的小计行（另报了下级科目或分项目的）不再加一次。
with
run as (select district_code from run_parameters),
line as (
    select
        *,
        regexp_extract(func_code, '^(\\d{3,7})', 1) as code
    from difference.budget_equipment
    where equip is null
),
above as (
    select distinct org, moment, explode(array_compact(array(
        if(length(code) > 3, left(code, 3), null),
        if(length(code) > 5, left(code, 5), null),
        if(project is null, null, code)
    ))) as code
    from line
    where code <> ''
),
final as (
    select
        line.org,
        cast(line.year as bigint) as budget_year,
        line.func_code as account,
        coalesce(line.project, '') as project,
        line.moment as counted_on,
        coalesce(
            lead(line.moment) over (partition by line.org, line.func_code, line.project, line.year order by line.moment),
            make_date(cast(line.year as int) + 1, 1, 1)
        ) as superseded_on,
        concat(run.district_code, '000') as region_code,
        coalesce(line.adj_yuan, line.budget_yuan) as budget_yuan,
        line.adj_yuan is null as is_initial_budget,
        line.spent_yuan,
        line.spent_yuan_own as spent_own_yuan,
        line.is_corrected,
        above.code is not null as is_subtotal,
        line.submission,
        line.source_file,
        line.sheet,
        line.row_number
    from line
    cross join run
    left join above
        on above.org = line.org and above.moment = line.moment and above.code = line.code and line.project is null
)
select * from final
