-- 比值和级别在 fact.gi_balance 里（parameters.csv 的 gi_over_issue_warn、gi_over_issue_red）；依据是该产季的每次发放。
-- 全体（scope = whole）与主体分列：全体超量说明面积、亩产或发放总量有一样不对。
with
run as (select period_through from run_parameters),
party as (select party_key, name from linked.party),
over_issued as (
    select balance.*
    from fact.gi_balance as balance
    inner join run on balance.season_starts_on <= run.period_through
    where balance.is_computable and balance.over_issue_level in ('预警', '红')
),
final as (
    select
        concat_ws('|', over_issued.gi_name, over_issued.scope, over_issued.party_key) as subject_key,
        concat(over_issued.gi_name, '：', if(over_issued.scope = 'whole', '全体用标主体', coalesce(party.name, over_issued.party_key))) as subject,
        over_issued.season as case_key,
        if(over_issued.over_issue_level = '红', '红', '黄') as level,
        over_issued.region_code,
        cast(null as string) as owner,
        over_issued.season_starts_on as happened_on,
        cast(null as date) as due_on,
        concat(
            over_issued.season, '发放折合', cast(over_issued.labelled_t as decimal(18, 3)), '吨，',
            if(over_issued.quota_t is null, '产量上限', '核定产量'), cast(over_issued.limit_t as decimal(18, 3)), '吨，比值',
            cast(over_issued.over_issue_ratio as decimal(18, 2))
        ) as summary,
        'gi_issuance' as evidence_fact,
        concat_ws('|', issued.gi_name, issued.party_key, issued.issued_on) as evidence_key,
        '发放记录' as role,
        issued.submission,
        issued.source_file,
        issued.sheet,
        issued.row_number,
        over_issued.gi_name,
        issued.party_key,
        over_issued.season,
        issued.issued_on,
        issued.issued,
        issued.spec_kg,
        issued.issued_t
    from over_issued
    inner join fact.gi_issuance as issued
        on
            issued.gi_name = over_issued.gi_name
            and issued.season_year = over_issued.season_year
            and (over_issued.scope = 'whole' or issued.party_key = over_issued.party_key)
    left join party on party.party_key = over_issued.party_key
)
select * from final
