-- 每条处罚公示一行（S01），看的是国家企业信用信息公示系统的 20 个工作日（L12），与信用中国的 7 个工作日（L11）是两回事。
-- 应公示的：普通程序、不是仅警告、不是自然人。台账中没有立案日的是简易程序；不在台账里的按普通程序。
-- 报来的公示日期只有一个（平台上报时间），公示系统自己的公示日期没有单独报送。
with
run as (select district_code, warning_only_pattern from run_parameters),
publish_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L12'),
calendar as (select day, working_ordinal, unconfirmed_ordinal from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
summary_decision as (
    select decision_key
    from fact.penalty_case
    where decision_key is not null
    group by decision_key
    having bool_and(filed_on is null)
),
publication as (select * from fact.penalty_publication),
final as (
    select
        publication.publication_key,
        publication.decision_no,
        publication.authority,
        concat(run.district_code, '000') as region_code,
        publication.ip_class,
        publication.penalty_kinds,
        publication.party_kind,
        publication.decided_on,
        publication.published_on,
        not publication.is_natural_person
            and summary_decision.decision_key is null
            and (
                publication.penalty_kinds is null
                or exists(split(publication.penalty_kinds, '[;；]'), kind -> not trim(kind) rlike run.warning_only_pattern)
            ) as is_owed,
        publish_due.day as publish_due_on,
        coalesce(publication.published_on <= publish_due.day, false) as is_in_time,
        case
            when publish_limit.length is null then 'not_configured'
            when publish_due.day is null then 'unknown'
            when publish_due.unconfirmed_ordinal > decision_day.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as publish_limit_state,
        publication.submission,
        publication.source_file,
        publication.sheet,
        publication.row_number
    from publication
    cross join run
    left join summary_decision on summary_decision.decision_key = publication.decision_key
    left join publish_limit on publication.decided_on between publish_limit.valid_from and publish_limit.valid_through
    left join calendar as decision_day on decision_day.day = publication.decided_on
    left join working as publish_due on publish_due.working_ordinal = decision_day.working_ordinal + publish_limit.length
)
select * from final
