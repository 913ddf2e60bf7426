-- 每条线索或协作 × 方向一行（S11）。双方都登记的，同一编号有发出、收到两行：不分方向的指标按编号去重。
-- 反馈期限：约定时限（日）；没有约定的取 L49。“已收到”不是实质反馈，哪些结果算实质反馈见 parameters.csv。
with
run as (select district_code, substantive_feedback_pattern from run_parameters),
answer_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L49'),
clue as (
    select
        clue_no,
        direction,
        peer,
        peer_area,
        type as kind,
        ip_type,
        sent_date as sent_on,
        accept_date as accepted_on,
        file_date as filed_on,
        feedback_date as feedback_on,
        result,
        limit_days,
        coalesce(appraisal_ok, false) as is_appraisal_shared,
        submission,
        source_file,
        sheet,
        row_number
    from current.clue_exchange
),
with_due as (
    select
        clue.*,
        coalesce(clue.limit_days, answer_limit.length) as answer_days,
        clue.limit_days is null as is_limit_assumed
    from clue
    left join answer_limit on clue.sent_on between answer_limit.valid_from and answer_limit.valid_through
),
final as (
    select
        with_due.clue_no,
        with_due.direction,
        concat(run.district_code, '000') as region_code,
        with_due.peer,
        with_due.peer_area,
        case
            when with_due.peer_area is null then null
            when left(with_due.peer_area, 2) <> left(run.district_code, 2) then '自治区外'
            when left(with_due.peer_area, 4) <> left(run.district_code, 4) then '市外'
            when left(with_due.peer_area, 6) <> run.district_code then '区外'
            else '区内'
        end as area_level,
        coalesce(left(with_due.peer_area, 6) <> run.district_code, false) as is_cross_region,
        with_due.kind,
        with_due.ip_type,
        with_due.sent_on,
        with_due.accepted_on,
        with_due.filed_on,
        with_due.is_limit_assumed,
        date_add(with_due.sent_on, cast(with_due.answer_days as int)) as answer_due_on,
        if(with_due.answer_days is null, 'not_configured', 'ok') as answer_limit_state,
        with_due.result,
        if(with_due.result rlike run.substantive_feedback_pattern, with_due.feedback_on, null) as answered_on,
        datediff(if(with_due.result rlike run.substantive_feedback_pattern, with_due.feedback_on, null), with_due.sent_on) as answer_took_days,
        with_due.is_appraisal_shared,
        with_due.feedback_on,
        with_due.submission,
        with_due.source_file,
        with_due.sheet,
        with_due.row_number
    from with_due
    cross join run
)
select * from final
