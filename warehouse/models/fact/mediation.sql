-- 每件调解卷宗一行（S19）。同一纠纷只算一件，duplicate_of 说明与谁重复：
-- 1. 诉前委派与人民调解各立一卷的，按诉前调案号（没有的按卷号）归并，留先办结的一卷；
-- 2. 行政调解卷号就是 12315 登记编号的，或同一人在 mediation_same_dispute_days 日内就知识产权投诉已被受理的，已计入投诉调解（TS05）。
-- 司法确认须在协议生效之日起 L32 规定的期限内申请：期限届满后才进司法确认率的分母，裁定可以晚于届满日。
with
run as (select district_code, ip_issue_pattern, mediation_same_dispute_days from run_parameters),
confirm_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L32'),
calendar as (select day, next_working_on, unconfirmed_ordinal from dimension.calendar_day),
ip_complaint as (
    select
        complaint.reg_no,
        complaint.complainant_token,
        to_date(from_utc_timestamp(coalesce(complaint.recv_time, complaint.reg_time), 'Asia/Shanghai')) as received_on
    from current.complaint as complaint
    cross join run
    where
        complaint.accept_decision = '受理'
        and coalesce(complaint.is_ip, complaint.issue_class rlike run.ip_issue_pattern, false)
),
same_number as (
    select mediation.file_no, min(ip_complaint.reg_no) as reg_no
    from current.mediation as mediation
    inner join ip_complaint on ip_complaint.reg_no = mediation.file_no
    group by mediation.file_no
),
same_person as (
    select mediation.file_no, min(ip_complaint.reg_no) as reg_no
    from current.mediation as mediation
    cross join run
    inner join ip_complaint
        on
            ip_complaint.complainant_token = mediation.party_a_token
            and abs(datediff(mediation.accept_date, ip_complaint.received_on)) <= run.mediation_same_dispute_days
    where mediation.org_type = '行政调解'
    group by mediation.file_no
),
ranked as (
    select
        mediation.*,
        first_value(mediation.file_no) over (
            partition by coalesce(mediation.court_no, mediation.file_no)
            order by coalesce(mediation.close_date, date '9999-12-31'), mediation.file_no
        ) as kept_file_no
    from current.mediation as mediation
),
marked as (
    select
        ranked.*,
        case
            when ranked.kept_file_no <> ranked.file_no then concat('S19:', ranked.kept_file_no)
            when coalesce(same_number.reg_no, same_person.reg_no) is not null
                then concat('S04:', coalesce(same_number.reg_no, same_person.reg_no))
        end as duplicate_of,
        if(ranked.result = '达成协议', date_add(ranked.close_date, cast(confirm_limit.length as int)), null) as confirm_ends_on,
        confirm_limit.length as confirm_length
    from ranked
    left join same_number on same_number.file_no = ranked.file_no
    left join same_person on same_person.file_no = ranked.file_no
    left join confirm_limit on ranked.close_date between confirm_limit.valid_from and confirm_limit.valid_through
),
final as (
    select
        marked.file_no,
        marked.org,
        marked.org_type,
        marked.ip_type,
        concat(run.district_code, '000') as region_code,
        marked.apply_date as applied_on,
        marked.accept_date as accepted_on,
        marked.close_date as closed_on,
        marked.result,
        marked.agreed as agreed_yuan,
        marked.court_no,
        marked.duplicate_of,
        marked.duplicate_of is not null as is_duplicate,
        marked.confirm_date as confirmed_on,
        end_day.next_working_on as confirm_due_on,
        case
            when coalesce(marked.result, '') <> '达成协议' then 'no_start'
            when marked.confirm_length is null then 'not_configured'
            when end_day.next_working_on is null then 'unknown'
            when due_day.unconfirmed_ordinal > day_before.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as confirm_limit_state,
        marked.submission,
        marked.source_file,
        marked.sheet,
        marked.row_number
    from marked
    cross join run
    left join calendar as end_day on end_day.day = marked.confirm_ends_on
    left join calendar as day_before on day_before.day = date_add(marked.confirm_ends_on, -1)
    left join calendar as due_day on due_day.day = end_day.next_working_on
)
select * from final
