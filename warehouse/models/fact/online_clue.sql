-- 每条网络监测线索一行（S16）。处置期限 L05 自派发日期起算（市场监督管理行政处罚程序规定18条）。
-- 同一平台同一店铺的多条链接是一家店铺（shop_key）；店铺名只去空白，不作模糊合并。
with
run as (select district_code from run_parameters),
handling_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L05'),
calendar as (select day, working_ordinal, unconfirmed_ordinal from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
filed_case as (select case_no from current.penalty_case where filing_date is not null),
clue as (
    select
        clue_no,
        platform,
        concat_ws('|', platform, regexp_replace(shop, '\\s', '')) as shop_key,
        trim(url) as link_key,
        uscc,
        area,
        violation,
        ip_type,
        to_date(from_utc_timestamp(evidence_time, 'Asia/Shanghai')) as evidenced_on,
        assign_date as assigned_on,
        result,
        links,
        feedback_date as answered_on,
        case_no,
        submission,
        source_file,
        sheet,
        row_number
    from current.online_clue
),
final as (
    select
        clue.clue_no,
        concat(run.district_code, '000') as region_code,
        '网络交易监测' as channel,
        clue.platform,
        clue.shop_key,
        clue.link_key,
        clue.uscc,
        clue.area,
        clue.violation,
        clue.ip_type,
        clue.evidenced_on,
        clue.assigned_on,
        clue_due.day as answer_due_on,
        case
            when clue.assigned_on is null then 'no_start'
            when handling_limit.length is null then 'not_configured'
            when clue_due.day is null then 'unknown'
            when clue_due.unconfirmed_ordinal > assigned_day.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as answer_limit_state,
        clue.result,
        coalesce(clue.result = '不属管辖', false) as is_outside_jurisdiction,
        coalesce(clue.result = '立案', false) or filed_case.case_no is not null as is_filed,
        clue.links,
        coalesce(clue.result in ('下架', '断链'), false) as is_removal,
        clue.answered_on,
        clue.case_no,
        clue.submission,
        clue.source_file,
        clue.sheet,
        clue.row_number
    from clue
    cross join run
    left join handling_limit on clue.assigned_on between handling_limit.valid_from and handling_limit.valid_through
    left join calendar as assigned_day on assigned_day.day = clue.assigned_on
    left join working as clue_due on clue_due.working_ordinal = assigned_day.working_ordinal + handling_limit.length
    left join filed_case on filed_case.case_no = clue.case_no
)
select * from final
