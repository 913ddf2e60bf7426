-- 每件举报一行（S05）。核查时限 L05：15 个工作日，批准延期再加 15 个；扣除天数按自然日顺延，落在休息日的移到下一工作日。
-- 举报单没有乡镇栏：按被举报主体的登记住所归乡镇，对不上的归“乡镇不详”。
with
run as (select district_code from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
party as (select party_key, area_code from linked.party),
verify_limit as (select length, extension_length, valid_from, valid_through from dimension.statutory_limit where rule = 'L05'),
violation as (select code, counts_as_ip_case = '1' as counts_as_ip_case from codelist_violation_types),
calendar as (select day, working_ordinal, unconfirmed_ordinal, next_working_on from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
report as (
    select
        report_no,
        to_date(from_utc_timestamp(reg_time, 'Asia/Shanghai')) as registered_on,
        to_date(from_utc_timestamp(coalesce(recv_time, reg_time), 'Asia/Shanghai')) as received_on,
        target_uscc,
        violation_class,
        ip_type,
        ext_date as extended_on,
        cast(coalesce(deduct_days, 0) as int) as deduct_days,
        filed as outcome,
        decision_date as decided_on,
        submission,
        source_file,
        sheet,
        row_number
    from current.report
),
with_due as (
    select
        report.*,
        verify_limit.length as verify_length,
        received_day.unconfirmed_ordinal as received_unconfirmed,
        date_add(counted_due.day, report.deduct_days) as verify_ends_on
    from report
    left join verify_limit on report.received_on between verify_limit.valid_from and verify_limit.valid_through
    left join calendar as received_day on received_day.day = report.received_on
    left join working as counted_due
        on counted_due.working_ordinal
        = received_day.working_ordinal + verify_limit.length + if(report.extended_on is null, 0, verify_limit.extension_length)
),
final as (
    select
        with_due.report_no,
        '举报' as request_kind,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        with_due.registered_on,
        with_due.received_on,
        with_due.violation_class as issue_class,
        with_due.ip_type,
        with_due.ip_type is not null or coalesce(violation.counts_as_ip_case, false) as is_ip,
        end_day.next_working_on as verify_due_on,
        case
            when with_due.verify_length is null then 'not_configured'
            when end_day.next_working_on is null then 'unknown'
            when due_day.unconfirmed_ordinal > with_due.received_unconfirmed then 'provisional'
            else 'ok'
        end as verify_limit_state,
        with_due.outcome,
        with_due.decided_on,
        with_due.submission,
        with_due.source_file,
        with_due.sheet,
        with_due.row_number
    from with_due
    cross join run
    left join violation on violation.code = with_due.violation_class
    left join party on party.party_key = with_due.target_uscc
    left join township on township.region_code = party.area_code
    left join calendar as end_day on end_day.day = with_due.verify_ends_on
    left join calendar as due_day on due_day.day = end_day.next_working_on
)
select * from final
