-- 登记状态为注销（吊销、撤销）且写明日期的主体，在该日期以后仍领用地理标志标志、仍列在有效用标名单（以注销次日为事件日）或被投诉。只按代码逐字相同。
with
run as (select period_through from run_parameters),
gone_status as (
    select value as pattern, cast(valid_from as date) as valid_from, coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_warning_parameters
    where rule = 'W08' and name = 'gone_status_pattern'
),
scope as (
    select cast(value as int) as ip_only, cast(valid_from as date) as valid_from, coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_warning_parameters
    where rule = 'W08' and name = 'ip_only'
),
gone as (
    select register.uscc as party_key, register.name, register.status, register.end_date as ended_on
    from current.party_register as register
    inner join gone_status
        on register.end_date between gone_status.valid_from and gone_status.valid_through and register.status rlike gone_status.pattern
),
target as (select reg_no, target_uscc from current.complaint),
event as (
    select
        party_key,
        '领用标志' as event,
        'gi_issuance' as evidence_fact,
        concat_ws('|', gi_name, party_key, issued_on) as event_no,
        issued_on as event_on,
        region_code,
        submission,
        source_file,
        sheet,
        row_number
    from fact.gi_issuance
    union all
    select
        listed.party_key,
        '仍在有效用标名单' as event,
        'gi_user' as evidence_fact,
        concat_ws('|', listed.gi_name, listed.party_key) as event_no,
        greatest(date_add(gone.ended_on, 1), listed.approved_on) as event_on,
        listed.region_code,
        listed.submission,
        listed.source_file,
        listed.sheet,
        listed.row_number
    from fact.gi_user as listed
    inner join gone on gone.party_key = listed.party_key
    cross join run
    where coalesce(listed.left_on > run.period_through, true)
    union all
    select
        target.target_uscc as party_key,
        '被投诉' as event,
        'complaint' as evidence_fact,
        complaint.reg_no as event_no,
        complaint.registered_on as event_on,
        complaint.region_code,
        complaint.submission,
        complaint.source_file,
        complaint.sheet,
        complaint.row_number
    from fact.complaint as complaint
    inner join target on target.reg_no = complaint.reg_no
    inner join scope on complaint.registered_on between scope.valid_from and scope.valid_through
    where complaint.is_ip or scope.ip_only = 0
),
later as (
    select
        event.*,
        gone.name,
        gone.status,
        gone.ended_on,
        count(*) over (partition by event.party_key) as events,
        max(event.event_on) over (partition by event.party_key) as last_on,
        first_value(event.region_code) over (partition by event.party_key order by event.event_on desc, event.event_no desc) as last_region
    from event
    inner join gone on gone.party_key = event.party_key
    inner join run on event.event_on <= run.period_through
    where event.event_on > gone.ended_on
),
final as (
    select
        party_key as subject_key,
        coalesce(name, party_key) as subject,
        '' as case_key,
        '黄' as level,
        last_region as region_code,
        cast(null as string) as owner,
        last_on as happened_on,
        cast(null as date) as due_on,
        concat(status, '日期', ended_on, '，此后仍用标或被投诉', events, '次，最近一次', last_on) as summary,
        evidence_fact,
        event_no as evidence_key,
        event as role,
        submission,
        source_file,
        sheet,
        row_number,
        party_key,
        status,
        ended_on,
        event,
        event_no,
        event_on
    from later
)
select * from final
