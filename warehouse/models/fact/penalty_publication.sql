-- 每条处罚公示一行（S01，含全部处罚，不限知识产权）。文号只差空格、括号写法的是同一文号（decision_key，与案件台账的同样取法）。
-- 公示时限 L11：作出决定之日起 7 个工作日。
with
run as (select period_through, district_code from run_parameters),
violation as (
    select code, label as violation_name, ip_type as ip_class, counts_as_ip_case = '1' as counts_as_ip_case
    from codelist_violation_types
),
publish_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L11'),
calendar as (select day, working_ordinal, unconfirmed_ordinal from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
publication as (
    select
        row_key as publication_key,
        decision_no,
        translate(regexp_replace(decision_no, '\\s', ''), '[]（）()【】', '〔〕〔〕〔〕〔〕') as decision_key,
        party_kind,
        coalesce(party_kind = '自然人', uscc is null) as is_natural_person,
        authority,
        violation,
        penalty_kinds,
        fine_yuan,
        confiscated_yuan,
        decision_date as decided_on,
        publish_date as published_on,
        repair_status,
        submission,
        source_file,
        sheet,
        row_number
    from current.penalty_publication
),
final as (
    select
        publication.publication_key,
        publication.decision_no,
        publication.decision_key,
        publication.party_kind,
        publication.is_natural_person,
        publication.authority,
        concat(run.district_code, '000') as region_code,
        publication.violation,
        coalesce(violation.ip_class, '非知识产权或未归类') as ip_class,
        coalesce(violation.counts_as_ip_case, false) as is_ip_case,
        publication.penalty_kinds,
        publication.fine_yuan,
        publication.confiscated_yuan,
        publication.decided_on,
        publication.published_on,
        publish_due.day as publish_due_on,
        coalesce(publish_due.day <= run.period_through, false) as is_due,
        coalesce(publication.published_on <= publish_due.day, false) as is_in_time,
        case
            when publish_limit.length is null then 'not_configured'
            when publish_due.day is null then 'unknown'
            when publish_due.unconfirmed_ordinal > decision_day.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as publish_limit_state,
        publication.repair_status,
        publication.submission,
        publication.source_file,
        publication.sheet,
        publication.row_number
    from publication
    cross join run
    left join violation on violation.code = publication.violation
    left join publish_limit on publication.decided_on between publish_limit.valid_from and publish_limit.valid_through
    left join calendar as decision_day on decision_day.day = publication.decided_on
    left join working as publish_due on publish_due.working_ordinal = decision_day.working_ordinal + publish_limit.length
)
select * from final
