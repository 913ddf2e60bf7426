-- 每件投诉一行（S04）。是否知识产权以登记标记为准，未标记的按问题类别关键词判定（规则见 parameters.csv）。
-- 未经受理决定即和解、撤回的（ODR）不再须作决定：is_settled_unaccepted。
-- 受理时限 L01 自本单位收到之日起，办结时限 L02 自受理之日起，各取起算日有效的版本。
with
run as (select district_code, ip_issue_pattern from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
accept_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L01'),
close_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L02'),
calendar as (select day, working_ordinal, unconfirmed_ordinal from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
complaint as (
    select
        reg_no,
        to_date(from_utc_timestamp(reg_time, 'Asia/Shanghai')) as registered_on,
        to_date(from_utc_timestamp(coalesce(recv_time, reg_time), 'Asia/Shanghai')) as received_on,
        channel,
        township,
        object_class,
        issue_class,
        is_ip as is_ip_stated,
        platform,
        accept_decision,
        to_date(from_utc_timestamp(
            coalesce(accept_time, if(accept_decision = '不予受理', close_time, null)), 'Asia/Shanghai'
        )) as decided_on,
        if(accept_decision = '受理', to_date(from_utc_timestamp(accept_time, 'Asia/Shanghai')), null) as accepted_on,
        to_date(from_utc_timestamp(close_time, 'Asia/Shanghai')) as closed_on,
        result,
        recovered as recovered_yuan,
        submission,
        source_file,
        sheet,
        row_number
    from current.complaint
),
final as (
    select
        complaint.reg_no,
        '投诉' as request_kind,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        complaint.registered_on,
        complaint.received_on,
        complaint.channel,
        complaint.object_class,
        complaint.issue_class,
        coalesce(complaint.is_ip_stated, complaint.issue_class rlike run.ip_issue_pattern, false) as is_ip,
        complaint.platform,
        complaint.accept_decision,
        complaint.decided_on,
        complaint.accepted_on,
        accept_due.day as accept_due_on,
        case
            when accept_limit.length is null then 'not_configured'
            when accept_due.day is null then 'unknown'
            when accept_due.unconfirmed_ordinal > received_day.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as accept_limit_state,
        complaint.closed_on,
        close_due.day as close_due_on,
        case
            when complaint.accepted_on is null then 'no_start'
            when close_limit.length is null then 'not_configured'
            when close_due.day is null then 'unknown'
            when close_due.unconfirmed_ordinal > accepted_day.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as close_limit_state,
        complaint.result,
        complaint.recovered_yuan,
        complaint.decided_on is null
        and coalesce(complaint.accept_decision, '') not in ('受理', '退回')
        and coalesce(complaint.result in ('和解', '达成协议', '撤回'), false) as is_settled_unaccepted,
        complaint.submission,
        complaint.source_file,
        complaint.sheet,
        complaint.row_number
    from complaint
    cross join run
    left join township on township.region_code = complaint.township
    left join accept_limit on complaint.received_on between accept_limit.valid_from and accept_limit.valid_through
    left join calendar as received_day on received_day.day = complaint.received_on
    left join working as accept_due on accept_due.working_ordinal = received_day.working_ordinal + accept_limit.length
    left join close_limit on complaint.accepted_on between close_limit.valid_from and close_limit.valid_through
    left join calendar as accepted_day on accepted_day.day = complaint.accepted_on
    left join working as close_due on close_due.working_ordinal = accepted_day.working_ordinal + close_limit.length
)
select * from final
