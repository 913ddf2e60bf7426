-- 海外纠纷、预警、保险和基金的每条记录一行（S22）。
-- 纠纷通报的首次指导：通报行自己的指导日期，或同一企业此后的应对指导、维权援助记录（纠纷类型、国家地区填了的须相符）。
-- 保单：同一保单号只算一单，其后的批单只改保费、保额（退保为负数）。基金规模：同一基金以最近一期为准。
with
run as (select district_code from run_parameters),
record as (
    select
        overseas.*,
        coalesce(overseas.uscc, overseas.entity) as party_key,
        coalesce(overseas.guide_date, if(overseas.kind in ('应对指导', '维权援助'), overseas.event_date, null)) as helped_on
    from current.overseas_record as overseas
),
help as (
    select party_key, dispute, country, helped_on
    from record
    where kind in ('应对指导', '维权援助') and party_key is not null
),
first_help as (
    select record.no, min(help.helped_on) as helped_on
    from record
    inner join help
        on
            help.party_key = record.party_key
            and help.helped_on >= record.notice_date
            and coalesce(help.dispute = record.dispute, true)
            and coalesce(arrays_overlap(split(help.country, ';'), split(record.country, ';')), true)
    where record.kind = '纠纷通报'
    group by record.no
),
final as (
    select
        record.kind,
        record.no as record_no,
        record.party_key,
        record.country as countries,
        record.dispute,
        concat(run.district_code, '000') as region_code,
        record.event_date as happened_on,
        record.notice_date as notified_on,
        if(record.kind = '纠纷通报', least(record.guide_date, first_help.helped_on), record.helped_on) as helped_on,
        if(record.kind = '纠纷通报', datediff(least(record.guide_date, first_help.helped_on), record.notice_date), null) as response_days,
        record.insurance,
        record.policy_no,
        coalesce(
            record.kind = '保险' and record.premium >= 0
            and row_number() over (partition by record.kind, record.policy_no order by record.event_date, record.premium desc, record.no) = 1,
            false
        ) as is_new_policy,
        record.premium as premium_yuan,
        record.insured as insured_yuan,
        record.fund_yuan,
        if(
            record.kind = '互助基金',
            lead(record.event_date) over (partition by record.kind, record.party_key order by record.event_date, record.no),
            null
        ) as superseded_on,
        record.submission,
        record.source_file,
        record.sheet,
        record.row_number
    from record
    cross join run
    left join first_help on first_help.no = record.no and record.kind = '纠纷通报'
)
select * from final
