-- 每份涉嫌犯罪案件移送书一行（S10）。移送机关、公安、检察各报一版，移送编号各编各的，移送书文号是共有的：
-- 每个移送编号取最近一版，再按文号合并。凡接收回执（写明公安接收时间的那一版）所载的日期，以回执为准；
-- 回执没有写的，取最近报送的、写了的那一版。各版移送时间不一致的另作标记。
-- 退回补正后以新文号重报的同一案件不是新的移送。只有日期、没有钟点的，按届满日当日24时宽判并标记。
with
run as (select district_code from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
case_place as (select case_no, township from current.penalty_case),
transfer_limit as (
    select length, valid_from, valid_through
    from dimension.statutory_limit
    where rule = 'L18' and unit = '小时'
),
police_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L19' and unit = '日'),
version as (
    select
        *,
        row_number() over (partition by doc_no, transfer_no order by valid_from desc, submission desc) as age
    from history.criminal_transfer
),
party_version as (
    select
        *,
        struct(accept_time is not null as has_receipt, valid_from, submission, transfer_no) as weight
    from version
    where age = 1
),
merged as (
    select
        doc_no,
        count(*) as versions,
        count(distinct transfer_time) > 1 as is_disputed,
        max_by(from_org, weight) as from_org,
        max_by(to_org, weight) as to_org,
        max_by(case_no, weight) as case_no,
        max_by(crime, weight) as crime,
        max_by(amount, weight) filter (where amount is not null) as amount_yuan,
        from_utc_timestamp(max_by(report_date, weight) filter (where report_date is not null), 'Asia/Shanghai') as reported_at,
        from_utc_timestamp(max_by(approve_time, weight), 'Asia/Shanghai') as approved_at,
        from_utc_timestamp(max_by(transfer_time, weight), 'Asia/Shanghai') as transferred_at,
        from_utc_timestamp(max_by(accept_time, weight) filter (where accept_time is not null), 'Asia/Shanghai') as accepted_at,
        max_by(cc_date, weight) filter (where cc_date is not null) as copied_on,
        max_by(struct(decision, decision_date as decided_on), weight) filter (where decision is not null) as outcome,
        max_by(review, weight) filter (where review is not null) as review,
        max_by(back_date, weight) filter (where back_date is not null) as returned_on,
        coalesce(bool_or(appraisal), false) as is_appraisal_shared,
        max_by(struct(submission, source_file, sheet, row_number), weight) as origin
    from party_version
    group by doc_no
),
sequenced as (
    select
        merged.*,
        to_date(approved_at) as approved_on,
        to_date(transferred_at) as transferred_on,
        date_format(approved_at, 'HHmmss') = '000000' or date_format(transferred_at, 'HHmmss') = '000000' as is_day_precision,
        coalesce(
            lag(outcome.decision) over (partition by case_no order by transferred_at, doc_no) = '退回补正', false
        ) as is_resubmission
    from merged
),
final as (
    select
        sequenced.doc_no,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        sequenced.from_org,
        sequenced.to_org,
        sequenced.case_no,
        sequenced.crime,
        sequenced.amount_yuan,
        sequenced.versions,
        sequenced.is_disputed,
        sequenced.is_resubmission,
        sequenced.approved_on,
        sequenced.transferred_on,
        sequenced.is_day_precision,
        case
            when sequenced.is_day_precision
                then sequenced.transferred_on <= date_add(sequenced.approved_on, cast(ceil(transfer_limit.length / 24) as int))
            else sequenced.transferred_at <= sequenced.approved_at + make_interval(0, 0, 0, 0, cast(transfer_limit.length as int))
        end as is_in_time,
        if(transfer_limit.length is null, 'not_configured', 'ok') as transfer_limit_state,
        to_date(sequenced.accepted_at) as accepted_on,
        sequenced.copied_on,
        sequenced.outcome.decision as decision,
        sequenced.outcome.decided_on as decided_on,
        date_add(to_date(sequenced.accepted_at), cast(police_limit.length as int)) as decision_due_on,
        sequenced.review,
        sequenced.returned_on,
        sequenced.is_appraisal_shared,
        sequenced.origin.submission as submission,
        sequenced.origin.source_file as source_file,
        sequenced.origin.sheet as sheet,
        sequenced.origin.row_number as row_number
    from sequenced
    cross join run
    left join case_place on case_place.case_no = sequenced.case_no
    left join township on township.region_code = case_place.township
    left join transfer_limit on sequenced.approved_on between transfer_limit.valid_from and transfer_limit.valid_through
    left join police_limit on to_date(sequenced.accepted_at) between police_limit.valid_from and police_limit.valid_through
)
select * from final
