-- 每件执行案件一行（S07）。恢复执行（执恢）与首次执行是同一债权：标的只在首次执行计一次。
-- 异地委托双方都登记：受托法院是本院的是他院委托，不是本院的委托（规则见 parameters.csv）。
with
run as (select district_code, own_court_pattern from run_parameters),
feedback_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L60'),
calendar as (select day, next_working_on, unconfirmed_ordinal from dimension.calendar_day),
court_case as (
    select case_no, case_kind, cause, ip_type, foreign_flag, procedure
    from fact.court_case
),
execution as (
    select
        exec_no,
        basis_no,
        kind,
        file_date as filed_on,
        target as target_yuan,
        received as received_yuan,
        close_way,
        close_date as closed_on,
        is_cross,
        entrusted as entrusted_court,
        entrust_date as entrusted_on,
        feedback_date as answered_on,
        submission,
        source_file,
        sheet,
        row_number
    from current.execution_case
),
final as (
    select
        execution.exec_no,
        execution.basis_no,
        concat(run.district_code, '000') as region_code,
        court_case.case_kind,
        court_case.cause,
        court_case.ip_type,
        court_case.foreign_flag,
        court_case.procedure,
        execution.kind,
        coalesce(execution.kind = '执恢', false) as is_resumed,
        execution.filed_on,
        execution.target_yuan,
        execution.received_yuan,
        execution.close_way,
        coalesce(execution.close_way = '终结本次', false) as is_suspended,
        execution.closed_on,
        execution.is_cross,
        execution.entrusted_court,
        coalesce(
            execution.entrusted_on is not null and execution.entrusted_court is not null
            and not (execution.entrusted_court rlike run.own_court_pattern),
            false
        ) as is_entrusted_out,
        execution.entrusted_on,
        coalesce(due.next_working_on, due.day) as answer_due_on,
        case
            when execution.entrusted_on is null then 'no_start'
            when feedback_limit.length is null then 'not_configured'
            when due.next_working_on is null then 'unknown'
            when working_due.unconfirmed_ordinal > day_before.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as answer_limit_state,
        execution.answered_on,
        execution.submission,
        execution.source_file,
        execution.sheet,
        execution.row_number
    from execution
    cross join run
    left join court_case on court_case.case_no = execution.basis_no
    left join feedback_limit on execution.entrusted_on between feedback_limit.valid_from and feedback_limit.valid_through
    left join calendar as due on due.day = date_add(execution.entrusted_on, cast(feedback_limit.length as int))
    left join calendar as day_before on day_before.day = date_add(execution.entrusted_on, cast(feedback_limit.length - 1 as int))
    left join calendar as working_due on working_due.day = due.next_working_on
)
select * from final
