-- 有纠纷通报即预警；企业以代码或名称为准，没有的以记录编号为准。
with
run as (select period_through from run_parameters),
party as (select party_key, name from linked.party),
notice as (
    select overseas.*, coalesce(overseas.notified_on, overseas.happened_on) as known_on
    from fact.overseas_record as overseas
    where overseas.kind = '纠纷通报'
),
final as (
    select
        notice.record_no as subject_key,
        coalesce(party.name, notice.party_key, concat('通报', notice.record_no)) as subject,
        '' as case_key,
        '黄' as level,
        notice.region_code,
        cast(null as string) as owner,
        notice.known_on as happened_on,
        cast(null as date) as due_on,
        concat(
            coalesce(notice.dispute, '纠纷类型未填'), '，', coalesce(notice.countries, '国家地区未填'), '，', notice.known_on, '通报，',
            if(notice.helped_on is null, '没有指导记录', concat(notice.helped_on, '首次指导'))
        ) as summary,
        'overseas_record' as evidence_fact,
        notice.record_no as evidence_key,
        '通报' as role,
        notice.submission,
        notice.source_file,
        notice.sheet,
        notice.row_number,
        notice.record_no,
        notice.countries,
        notice.dispute,
        notice.happened_on as occurred_on,
        notice.notified_on,
        notice.helped_on
    from notice
    inner join run on notice.known_on <= run.period_through
    left join party on party.party_key = notice.party_key
)
select * from final
