-- 每条任务进度报送一行（S26），报送期换成起止日。
-- 按期推进（is_on_track）：同一任务 × 单位同一期的各机制都在推进、长期推进或已完成（取最慢的机制）；
-- 一期的情况管到下一期期末，最长 task_silence_months 个月（stale_from_on），久不报送的不算在推进。
with
run as (select district_code, task_silence_months from run_parameters),
task as (select task_no, deadline_kind from dimension.task),
listed as (select distinct cast(task_no as bigint) as task_no, unit_id from reference_task_unit),
report as (
    select
        row_key as report_key,
        task_no,
        mech_id as mechanism_id,
        org as unit_id,
        period,
        cast(left(period, 4) as int) as period_year,
        status,
        evidence,
        submit_date as submitted_on,
        submission,
        source_file,
        sheet,
        row_number
    from current.task_report
),
dated as (
    select
        report.*,
        case
            when period rlike '^[0-9]{4}Q[1-4]$' then last_day(make_date(period_year, cast(right(period, 1) as int) * 3, 1))
            when period rlike '^[0-9]{4}H[12]$' then last_day(make_date(period_year, cast(right(period, 1) as int) * 6, 1))
            when period rlike '^[0-9]{4}-[0-9]{2}$' then last_day(make_date(period_year, cast(right(period, 2) as int), 1))
            when period rlike '^[0-9]{4}$' then make_date(period_year, 12, 31)
        end as period_ends_on
    from report
),
paced as (
    select
        dated.*,
        min(coalesce(status in ('推进中', '长期推进', '已完成'), false)) over (partition by task_no, unit_id, period_ends_on) as is_on_track,
        min(period_ends_on) over (
            partition by task_no, unit_id
            order by datediff(period_ends_on, date '1970-01-01')
            range between 1 following and unbounded following
        ) as next_period_ends_on
    from dated
),
final as (
    select
        paced.report_key,
        paced.task_no,
        paced.mechanism_id,
        paced.unit_id,
        paced.period,
        paced.period_ends_on,
        least(
            paced.next_period_ends_on,
            date_add(last_day(add_months(paced.period_ends_on, run.task_silence_months)), 1)
        ) as stale_from_on,
        paced.status,
        paced.evidence is not null as has_evidence,
        paced.status = '已完成' and paced.evidence is not null as is_completed,
        paced.is_on_track and listed.unit_id is not null and coalesce(task.deadline_kind = 'long_term', false) as is_long_term_on_track,
        task.deadline_kind,
        paced.submitted_on,
        concat(run.district_code, '000') as region_code,
        paced.submission,
        paced.source_file,
        paced.sheet,
        paced.row_number
    from paced
    cross join run
    left join task on task.task_no = paced.task_no
    left join listed on listed.task_no = paced.task_no and listed.unit_id = paced.unit_id
)
select * from final
