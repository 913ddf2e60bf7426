with
run as (select period_through from run_parameters),
publish_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L11'),
calendar as (select day, working_ordinal from dimension.calendar_day),
working as (select working_ordinal, day from dimension.working_day),
reported as (select month from fact.expected_report where source = 'S01' and state in ('in_time', 'late')),
unmatched as (
    select penalty.case_no, penalty.decision_no, publish_limit.length, publish_due.day as publish_due_on, reported.month
    from fact.penalty_case as penalty
    left join publish_limit on penalty.decided_on between publish_limit.valid_from and publish_limit.valid_through
    left join calendar as decision_day on decision_day.day = penalty.decided_on
    left join working as publish_due on publish_due.working_ordinal = decision_day.working_ordinal + publish_limit.length
    left join reported on reported.month = date_format(publish_due.day, 'yyyy-MM')
    where penalty.is_ip_case and penalty.is_penalty and not penalty.is_published
),
reason as (
    select
        case
            when unmatched.decision_no is null then '有处罚决定而台账没有文号'
            when unmatched.length is null then '公示时限（L11）在决定日没有有效版本，未配置'
            when unmatched.publish_due_on is null then '届满日超出已录入的日历'
            when unmatched.publish_due_on <= run.period_through and unmatched.month is null then '届满当月双公示（S01）没有报送，缺报不判断断链'
        end as gap
    from unmatched
    cross join run
),
final as (
    select gap, count(*) as gap_rows
    from reason
    where gap is not null
    group by gap
)
select * from final
