-- 每个抽查任务 × 检查对象 × 抽查事项一行（S03）。公示时限 L13 自结果形成之日起；缺结果形成日的用检查日期。
-- 一户多事项是多行：按户的指标取 party_key 去重。
with
run as (select period_through, district_code, agency_item_pattern from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
outcome as (select code, label as result_name, counts_as_problem, publish = '1' as is_to_be_published from codelist_inspection_results),
publish_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L13'),
calendar as (select day, working_ordinal, unconfirmed_ordinal from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
inspection as (
    select
        task_no,
        uscc as party_key,
        item,
        plan_no,
        plan_type,
        is_joint,
        risk_grade,
        township,
        drawn_date as drawn_on,
        inspect_date as inspected_on,
        coalesce(result_date, inspect_date) as formed_on,
        result_date is null as is_formed_assumed,
        agency,
        result,
        publish_date as published_on,
        follow_up,
        follow_up_date as followed_up_on,
        case_no,
        submission,
        source_file,
        sheet,
        row_number
    from current.inspection
),
final as (
    select
        inspection.task_no,
        inspection.party_key,
        inspection.item,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        inspection.plan_no,
        inspection.plan_type,
        inspection.is_joint,
        inspection.risk_grade,
        coalesce(inspection.item rlike run.agency_item_pattern, false) as is_agency_item,
        inspection.drawn_on,
        inspection.inspected_on,
        inspection.agency,
        inspection.result,
        outcome.result_name,
        coalesce(outcome.counts_as_problem, '') = '1' as is_problem,
        coalesce(outcome.counts_as_problem, '') in ('0', '1') as is_in_base,
        inspection.formed_on,
        inspection.is_formed_assumed,
        publish_due.day as publish_due_on,
        coalesce(outcome.is_to_be_published, false) as is_to_be_published,
        coalesce(publish_due.day <= run.period_through, false) as is_publish_due,
        coalesce(inspection.published_on <= publish_due.day, false) as is_published_in_time,
        inspection.published_on,
        case
            when publish_limit.length is null then 'not_configured'
            when publish_due.day is null then 'unknown'
            when publish_due.unconfirmed_ordinal > formed_day.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as publish_limit_state,
        inspection.follow_up,
        inspection.followed_up_on,
        inspection.case_no,
        inspection.submission,
        inspection.source_file,
        inspection.sheet,
        inspection.row_number
    from inspection
    cross join run
    left join township on township.region_code = inspection.township
    left join outcome on outcome.code = inspection.result
    left join publish_limit on inspection.formed_on between publish_limit.valid_from and publish_limit.valid_through
    left join calendar as formed_day on formed_day.day = inspection.formed_on
    left join working as publish_due on publish_due.working_ordinal = formed_day.working_ordinal + publish_limit.length
)
select * from final
