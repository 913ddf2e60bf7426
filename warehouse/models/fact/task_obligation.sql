-- 任务清单的每个任务 × 责任单位一行（113 行）。完成日 = 此后各期报送的机制都“已完成且有佐证”的最早一期期末（取最慢的机制）。
-- 长期坚持的任务不计完成率：due_on 为空。时限只写年份，按当年 12 月 31 日推定。
with
run as (select district_code from run_parameters),
listed as (
    select cast(task_no as bigint) as task_no, unit_id, cast(file_line as bigint) as file_line
    from reference_task_unit
),
task as (select task_no, title, deadline_kind, deadline_assumed_on from dimension.task),
unit as (select unit_id, name as unit_name from dimension.unit),
reported_period as (
    select
        task_no,
        unit_id,
        period_ends_on,
        min(is_completed) as is_completed,
        max(struct(submission, source_file, sheet, row_number)) as origin
    from fact.task_report
    where period_ends_on is not null
    group by task_no, unit_id, period_ends_on
),
last_open as (
    select task_no, unit_id, max(if(is_completed, null, period_ends_on)) as last_open_on
    from reported_period
    group by task_no, unit_id
),
completion as (
    select reported_period.task_no, reported_period.unit_id, min(struct(reported_period.period_ends_on, reported_period.origin)) as first_done
    from reported_period
    inner join last_open on last_open.task_no = reported_period.task_no and last_open.unit_id = reported_period.unit_id
    where reported_period.is_completed and reported_period.period_ends_on > coalesce(last_open.last_open_on, date '1900-01-01')
    group by reported_period.task_no, reported_period.unit_id
),
final as (
    select
        listed.task_no,
        listed.unit_id,
        task.title as task_title,
        unit.unit_name,
        task.deadline_kind,
        task.deadline_assumed_on as due_on,
        completion.first_done.period_ends_on as completed_on,
        if(
            completion.first_done is null or task.deadline_assumed_on is null,
            null,
            greatest(task.deadline_assumed_on, completion.first_done.period_ends_on)
        ) as due_and_completed_from_on,
        concat(run.district_code, '000') as region_code,
        coalesce(completion.first_done.origin.submission, 'reference') as submission,
        coalesce(completion.first_done.origin.source_file, 'warehouse/reference/task_unit.csv') as source_file,
        coalesce(completion.first_done.origin.sheet, '') as sheet,
        coalesce(completion.first_done.origin.row_number, listed.file_line) as row_number
    from listed
    cross join run
    inner join task on task.task_no = listed.task_no
    inner join unit on unit.unit_id = listed.unit_id
    left join completion on completion.task_no = listed.task_no and completion.unit_id = listed.unit_id
)
select * from final
