-- 每条任务进度报送一行（S26），报送期换成起止日
with
run as (select district_code from run_parameters),
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
final as (
    select
        report.report_key,
        report.task_no,
        report.mechanism_id,
        report.unit_id,
        report.period,
        case
            when report.period rlike '^[0-9]{4}Q[1-4]$' then last_day(make_date(report.period_year, cast(right(report.period, 1) as int) * 3, 1))
            when report.period rlike '^[0-9]{4}H[12]$' then last_day(make_date(report.period_year, cast(right(report.period, 1) as int) * 6, 1))
            when report.period rlike '^[0-9]{4}-[0-9]{2}$' then last_day(make_date(report.period_year, cast(right(report.period, 2) as int), 1))
            when report.period rlike '^[0-9]{4}$' then make_date(report.period_year, 12, 31)
        end as period_ends_on,
        report.status,
        report.evidence is not null as has_evidence,
        report.status = '已完成' and report.evidence is not null as is_completed,
        report.submitted_on,
        concat(run.district_code, '000') as region_code,
        report.submission,
        report.source_file,
        report.sheet,
        report.row_number
    from report
    cross join run
)
select * from final
