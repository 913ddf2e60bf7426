-- 17 项任务 × 责任单位（问题八），截至期末。只列任务清单写明的单位；清单没有牵头单位，这里也没有。
-- 状态：accepted 各机制都已完成且有佐证；routine 长期坚持的任务仍在报送，或到期后最近一期报送为“长期推进”；
-- not_reported 从未报送，或最近一次报送的期末距今超过 task_silence_months 个月；overdue 已过时限、仍在报送而未完成；
-- in_progress 其余。已过时限而从未报送的是 not_reported 且 is_past_due，不另染红。
with
run as (select period_through, add_months(period_through, - task_silence_months) as silent_before from run_parameters),
collective as (select unit_id, kind = '集合' as is_collective from dimension.unit),
report as (
    select task_report.task_no, task_report.unit_id, task_report.period_ends_on, task_report.mechanism_id, task_report.status, task_report.has_evidence
    from fact.task_report as task_report
    cross join run
    where task_report.period_ends_on <= run.period_through
),
reported as (
    select
        task_no,
        unit_id,
        max(period_ends_on) as last_reported_on,
        count(*) as reports,
        count(distinct mechanism_id) as mechanisms,
        sum(if(has_evidence, 1, 0)) as evidence
    from report
    group by task_no, unit_id
),
latest as (
    select report.task_no, report.unit_id, bool_and(report.status = '长期推进') as is_all_routine
    from report
    inner join reported
        on reported.task_no = report.task_no and reported.unit_id = report.unit_id and reported.last_reported_on = report.period_ends_on
    group by report.task_no, report.unit_id
),
final as (
    select
        obligation.task_no,
        obligation.unit_id,
        obligation.task_title,
        obligation.unit_name,
        collective.is_collective,
        obligation.deadline_kind,
        obligation.due_on,
        coalesce(obligation.due_on < run.period_through, false) as is_past_due,
        if(obligation.completed_on <= run.period_through, obligation.completed_on, null) as completed_on,
        reported.last_reported_on,
        coalesce(reported.reports, 0) as reports,
        coalesce(reported.mechanisms, 0) as mechanisms,
        coalesce(reported.evidence, 0) as evidence,
        case
            when obligation.completed_on <= run.period_through then 'accepted'
            when coalesce(reported.last_reported_on < run.silent_before, true) then 'not_reported'
            when obligation.deadline_kind = 'long_term' then 'routine'
            when obligation.due_on < run.period_through and latest.is_all_routine then 'routine'
            when obligation.due_on < run.period_through then 'overdue'
            else 'in_progress'
        end as state,
        obligation.submission,
        obligation.source_file,
        obligation.sheet,
        obligation.row_number
    from fact.task_obligation as obligation
    cross join run
    inner join collective on collective.unit_id = obligation.unit_id
    left join reported on reported.task_no = obligation.task_no and reported.unit_id = obligation.unit_id
    left join latest on latest.task_no = obligation.task_no and latest.unit_id = obligation.unit_id
)
select * from final
