-- 单位红黄绿灯（问题八），每个责任单位一行：报送和质量看最近一个完整的季度，任务和时限看期末。四项分：按时报送、数据质量、任务推进（含佐证）、法定时限达标；
-- 不适用的（没有应报、没有任务、没有在办的时限）不计权，其余权重归一。权重和分数线是 parameters.csv 的 light_*。
-- 红：有缺报，或有超期的在办事项（来源没有“说明”一栏，一律视为未说明），或得分不足黄线；黄：得分不足绿线或有将到期的；其余为绿。
-- 时限只看各单位自己的：行上写的是名称而不是单位编号的，归该类事项约定的单位（deadline_kinds.csv）。
with
run as (
    select
        period_through,
        cast(add_months(date_trunc('quarter', date_add(period_through, 1)), -3) as date) as quarter_starts_on,
        date_add(cast(date_trunc('quarter', date_add(period_through, 1)) as date), -1) as quarter_ends_on,
        light_weight_report,
        light_weight_quality,
        light_weight_task,
        light_weight_limit,
        light_green_from,
        light_yellow_from
    from run_parameters
),
unit as (select unit_id, name as unit_name, kind = '集合' as is_collective from dimension.unit),
owed as (
    select explode(split(expected.owners, ';')) as unit_id, expected.source, expected.month, expected.due_on, expected.state
    from fact.expected_report as expected
    cross join run
    where expected.state <> 'not_due' and expected.due_on <= run.period_through
),
latest as (
    select
        *,
        row_number() over (partition by unit_id, source order by month desc) as recency
    from owed
),
silent as (
    select unit_id, max(missing) = 2 as is_silent_twice
    from (
        select unit_id, source, count(if(state = 'missing', 1, null)) as missing
        from latest
        where recency <= 2
        group by unit_id, source
    )
    group by unit_id
),
reporting as (
    select
        owed.unit_id,
        count(if(owed.state = 'in_time', 1, null)) * 100.0 / count(*) as report_score,
        count(if(owed.state = 'missing', 1, null)) as missing_reports
    from owed
    inner join run on owed.due_on between run.quarter_starts_on and run.quarter_ends_on
    group by owed.unit_id
),
owner_of as (
    select distinct source, unit_id
    from owed
),
quality as (
    select owner_of.unit_id, sum(file.rows_read - file.quarantined) * 100.0 / nullif(sum(file.rows_read), 0) as quality_score
    from fact.submission as file
    inner join run on file.as_of between run.quarter_starts_on and run.quarter_ends_on
    inner join owner_of on owner_of.source = file.source
    where file.verdict <> 'refused'
    group by owner_of.unit_id
),
task as (
    select
        unit_id,
        count(if(state in ('accepted', 'routine', 'in_progress') and evidence > 0, 1, null)) * 100.0 / count(*) as task_score
    from mart.task_unit
    group by unit_id
),
deadline_kind as (select kind, owner from reference_deadline_kinds),
item as (
    select coalesce(unit.unit_id, deadline_kind.owner) as unit_id, deadline.state
    from mart.deadline as deadline
    inner join deadline_kind on deadline_kind.kind = deadline.kind
    left join unit on unit.unit_id = deadline.owner
    where deadline.state in ('open', 'soon', 'overdue')
),
limits as (
    select
        unit_id,
        count(if(state <> 'overdue', 1, null)) * 100.0 / count(*) as limit_score,
        count(if(state = 'overdue', 1, null)) as overdue,
        count(if(state = 'soon', 1, null)) as soon
    from item
    group by unit_id
),
gathered as (
    select
        unit.unit_id,
        unit.unit_name,
        unit.is_collective,
        reporting.report_score,
        quality.quality_score,
        task.task_score,
        limits.limit_score,
        coalesce(reporting.missing_reports, 0) as missing_reports,
        coalesce(silent.is_silent_twice, false) as is_silent_twice,
        coalesce(limits.overdue, 0) as overdue,
        coalesce(limits.soon, 0) as soon
    from unit
    left join reporting on reporting.unit_id = unit.unit_id
    left join silent on silent.unit_id = unit.unit_id
    left join quality on quality.unit_id = unit.unit_id
    left join task on task.unit_id = unit.unit_id
    left join limits on limits.unit_id = unit.unit_id
),
scored as (
    select
        gathered.*,
        (
            coalesce(report_score * light_weight_report, 0)
            + coalesce(quality_score * light_weight_quality, 0)
            + coalesce(task_score * light_weight_task, 0)
            + coalesce(limit_score * light_weight_limit, 0)
        ) / nullif(
            if(report_score is null, 0, light_weight_report)
            + if(quality_score is null, 0, light_weight_quality)
            + if(task_score is null, 0, light_weight_task)
            + if(limit_score is null, 0, light_weight_limit),
            0
        ) as score,
        light_green_from,
        light_yellow_from
    from gathered
    cross join run
),
final as (
    select
        unit_id,
        unit_name,
        is_collective,
        cast(report_score as decimal(7, 3)) as report_score,
        cast(quality_score as decimal(7, 3)) as quality_score,
        cast(task_score as decimal(7, 3)) as task_score,
        cast(limit_score as decimal(7, 3)) as limit_score,
        missing_reports,
        is_silent_twice,
        overdue,
        soon,
        cast(score as decimal(7, 3)) as score,
        case
            when score is null then '无数据'
            when missing_reports > 0 or is_silent_twice or overdue > 0 or score < light_yellow_from then '红'
            when soon > 0 or score < light_green_from then '黄'
            else '绿'
        end as light,
        concat_ws(
            '；',
            if(missing_reports > 0, concat('缺报', missing_reports, '项'), null),
            if(is_silent_twice, '连续两期未报', null),
            if(overdue > 0, concat('超期', overdue, '件'), null),
            if(score < light_yellow_from, concat('得分不足', light_yellow_from), null),
            if(score >= light_yellow_from and score < light_green_from, concat('得分不足', light_green_from), null),
            if(soon > 0, concat('将到期', soon, '件'), null)
        ) as reasons
    from scored
)
select * from final
