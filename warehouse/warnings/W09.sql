-- 处罚文号在台账而不在双公示。届满日按 L11 和工作日历算；届满那个月双公示没有报送的不判断（缺报不是断链，见 W09.gaps.sql）。
with
run as (select period_through from run_parameters),
publish_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L11'),
calendar as (select day, working_ordinal, unconfirmed_ordinal from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
reported as (select month from fact.expected_report where source = 'S01' and state in ('in_time', 'late')),
unit as (select unit_id from dimension.unit),
unmatched as (
    select
        penalty.*,
        publish_due.day as publish_due_on,
        if(publish_due.unconfirmed_ordinal > decision_day.unconfirmed_ordinal, 'provisional', 'ok') as limit_state
    from fact.penalty_case as penalty
    inner join publish_limit on penalty.decided_on between publish_limit.valid_from and publish_limit.valid_through
    inner join calendar as decision_day on decision_day.day = penalty.decided_on
    inner join working as publish_due on publish_due.working_ordinal = decision_day.working_ordinal + publish_limit.length
    where penalty.is_ip_case and penalty.is_penalty and penalty.decision_no is not null and not penalty.is_published
),
final as (
    select
        unmatched.case_no as subject_key,
        unmatched.decision_no as subject,
        '' as case_key,
        '黄' as level,
        unmatched.region_code,
        unit.unit_id as owner,
        date_add(unmatched.publish_due_on, 1) as happened_on,
        cast(null as date) as due_on,
        concat(
            '案件', unmatched.case_no, '，', unmatched.decided_on, '决定，应于', unmatched.publish_due_on, '前报双公示',
            if(unmatched.limit_state = 'provisional', '（暂定：宁夏地方假日未录入）', ''), '，双公示中没有此文号'
        ) as summary,
        'penalty_case' as evidence_fact,
        unmatched.case_no as evidence_key,
        '台账中的处罚' as role,
        unmatched.submission,
        unmatched.source_file,
        unmatched.sheet,
        unmatched.row_number,
        unmatched.case_no,
        unmatched.decision_no,
        unmatched.decided_on,
        unmatched.publish_due_on,
        unmatched.limit_state
    from unmatched
    inner join run on unmatched.publish_due_on <= run.period_through
    inner join reported on reported.month = date_format(unmatched.publish_due_on, 'yyyy-MM')
    left join unit on unit.unit_id = unmatched.handling_org
)
select * from final
