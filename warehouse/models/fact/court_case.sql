-- 每件案件一行（S06）。知识产权案件按案由表判定；2026 年第三次修正的案由表未取得原文，同名案由沿用。
-- 审限：来源给出届满日的用它（法院系统的届满日已含扣除和批准延长）；没有的按程序的法定审限加扣除天数推算，
-- 扣除天数也没有的不可算（limit_due_on 为空），程序没有录入审限的为未配置。
with
run as (select district_code, appeal_lag_months, ip_tribunal_case_no_pattern from run_parameters),
ip_cause as (
    select distinct kind, code as name
    from codelist_causes
    where ip = '1'
),
trial_limit as (
    select
        trial.case_kind,
        trial.instance,
        trial.procedure,
        version.length,
        version.unit,
        version.valid_from,
        version.valid_through
    from reference_trial_limits as trial
    inner join dimension.statutory_limit as version on version.rule = trial.rule
),
calendar as (select day, next_working_on from dimension.calendar_day),
registered_assignment as (
    select distinct case_no
    from current.court_matter
    where kind = '技术调查官' and case_no is not null
),
court_case as (
    select
        case_no,
        court,
        case_kind,
        instance,
        cause,
        ip_type,
        foreign_flag,
        procedure,
        file_date as filed_on,
        hearing_date as heard_on,
        is_live,
        is_public,
        coalesce(is_major, false) as is_major,
        close_date as closed_on,
        close_way,
        claim as claim_yuan,
        award as award_yuan,
        coalesce(punitive, false) as is_punitive,
        appealed as is_appealed,
        effective_date as effective_on,
        deduct_days,
        limit_date as stated_limit_on,
        tech_officer_token is not null as has_technical_officer,
        submission,
        source_file,
        sheet,
        row_number
    from current.court_case
),
with_limit as (
    select
        court_case.*,
        trial_limit.length as limit_length,
        if(
            trial_limit.unit = '月',
            add_months(court_case.filed_on, cast(trial_limit.length as int)),
            date_add(court_case.filed_on, cast(trial_limit.length as int))
        ) as plain_limit_on
    from court_case
    left join trial_limit
        on
            trial_limit.case_kind = court_case.case_kind
            and trial_limit.instance = court_case.instance
            and (trial_limit.procedure is null or trial_limit.procedure = court_case.procedure)
            and court_case.filed_on between trial_limit.valid_from and trial_limit.valid_through
),
final as (
    select
        with_limit.case_no,
        with_limit.court,
        concat(run.district_code, '000') as region_code,
        with_limit.case_kind,
        with_limit.instance,
        with_limit.cause,
        ip_cause.name is not null as is_ip_cause,
        ip_cause.name is not null and with_limit.case_kind in ('民事', '行政', '刑事') as is_ip_trial,
        coalesce(with_limit.case_no rlike run.ip_tribunal_case_no_pattern, false) as is_ip_tribunal,
        with_limit.ip_type,
        with_limit.foreign_flag,
        with_limit.foreign_flag <> '否' as is_foreign,
        with_limit.procedure,
        with_limit.filed_on,
        with_limit.heard_on,
        with_limit.is_live,
        with_limit.is_public,
        with_limit.is_major,
        with_limit.closed_on,
        datediff(with_limit.closed_on, with_limit.filed_on) as duration_days,
        with_limit.close_way,
        with_limit.claim_yuan,
        with_limit.award_yuan,
        with_limit.close_way = '判决' and with_limit.award_yuan > 0 as is_awarded,
        with_limit.is_punitive,
        with_limit.close_way in ('判决', '驳回起诉') and with_limit.procedure <> '小额' as is_appealable,
        add_months(with_limit.closed_on, run.appeal_lag_months) as appeal_settled_on,
        with_limit.is_appealed,
        with_limit.effective_on,
        with_limit.deduct_days,
        coalesce(
            with_limit.stated_limit_on,
            limit_day.next_working_on,
            date_add(with_limit.plain_limit_on, cast(with_limit.deduct_days as int))
        ) as limit_due_on,
        case
            when with_limit.stated_limit_on is not null then 'stated'
            when with_limit.limit_length is null then 'not_configured'
            when with_limit.deduct_days is null then 'deduction_missing'
            else 'computed'
        end as limit_state,
        with_limit.has_technical_officer,
        with_limit.has_technical_officer and registered_assignment.case_no is null as is_assignment_unregistered,
        with_limit.submission,
        with_limit.source_file,
        with_limit.sheet,
        with_limit.row_number
    from with_limit
    cross join run
    left join ip_cause on ip_cause.name = with_limit.cause and ip_cause.kind = with_limit.case_kind
    left join calendar as limit_day on limit_day.day = date_add(with_limit.plain_limit_on, cast(with_limit.deduct_days as int))
    left join registered_assignment on registered_assignment.case_no = with_limit.case_no
)
select * from final
