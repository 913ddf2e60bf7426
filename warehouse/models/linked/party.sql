-- 主体：只按统一社会信用代码逐字相同归并；名称、地址相似只作候选，不在此合并
with
register as (
    select uscc, name, etype, area, industry, est_date as established_on, status
    from current.party_register
),
named as (
    select uscc, party_name as name, 'S02' as source from current.penalty_case where uscc is not null
    union all
    select uscc, party_name as name, 'S01' as source from current.penalty_publication where uscc is not null
    union all
    select target_uscc as uscc, target_name as name, 'S04' as source from current.complaint where target_uscc is not null
    union all
    select target_uscc as uscc, target_name as name, 'S05' as source from current.report where target_uscc is not null
    union all
    select uscc, user as name, 'S15' as source from current.gi_user where uscc is not null
    union all
    select uscc, name, 'S27' as source from register
),
seen as (
    select uscc, min(name) as any_name, count(distinct source) as sources_seen, count(distinct name) as names_seen
    from named
    group by uscc
),
final as (
    select
        seen.uscc as party_key,
        coalesce(register.name, seen.any_name) as name,
        translate(regexp_replace(coalesce(register.name, seen.any_name), '\\s', ''), '（）', '()') as normalised_name,
        if(register.uscc is null, 'code_only', 'register') as link_level,
        register.etype as party_kind,
        register.area as area_code,
        register.industry,
        register.established_on,
        register.status,
        seen.sources_seen,
        seen.names_seen
    from seen
    left join register on register.uscc = seen.uscc
)
select * from final
