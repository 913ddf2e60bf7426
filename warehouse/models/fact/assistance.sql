-- 每件维权援助申请或咨询一行（S20）。咨询不是案件。办结期限 L45 由工作站自定：未录入时按时办结率不计算。
with
run as (select district_code, assistance_satisfied_score from run_parameters),
close_limit as (select length, unit, valid_from, valid_through from dimension.statutory_limit where rule = 'L45'),
calendar as (select day, working_ordinal, next_working_on, unconfirmed_ordinal from dimension.calendar_day),
working as (select working_ordinal, day from dimension.working_day),
started as (
    select
        assistance.*,
        assistance.kind <> '咨询' as is_case,
        close_limit.length as close_length,
        if(close_limit.unit = '工作日', close_limit.length, null) as working_length,
        if(close_limit.unit = '日', date_add(assistance.accept_date, cast(close_limit.length as int)), null) as ends_on
    from current.rights_assistance as assistance
    left join close_limit on assistance.accept_date between close_limit.valid_from and close_limit.valid_through
),
due as (
    select
        started.*,
        coalesce(working.day, end_day.next_working_on) as due_on,
        accept_day.unconfirmed_ordinal as accept_unconfirmed
    from started
    left join calendar as accept_day on accept_day.day = started.accept_date
    left join working on working.working_ordinal = accept_day.working_ordinal + started.working_length
    left join calendar as end_day on end_day.day = started.ends_on
),
final as (
    select
        due.no as assistance_no,
        due.atype as applicant_kind,
        due.kind,
        due.is_case,
        due.ip_type,
        concat(run.district_code, '000') as region_code,
        due.apply_date as applied_on,
        due.accept_date as accepted_on,
        due.due_on,
        case
            when due.accept_date is null or not due.is_case then 'no_start'
            when due.close_length is null then 'not_configured'
            when due.due_on is null then 'unknown'
            when due_day.unconfirmed_ordinal > due.accept_unconfirmed then 'provisional'
            else 'ok'
        end as close_limit_state,
        due.close_date as closed_on,
        due.result,
        due.score,
        due.score >= run.assistance_satisfied_score as is_satisfied,
        due.submission,
        due.source_file,
        due.sheet,
        due.row_number
    from due
    cross join run
    left join calendar as due_day on due_day.day = due.due_on
)
select * from final
