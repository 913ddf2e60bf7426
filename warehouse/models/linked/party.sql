-- 主体：代码逐字相同的归为一个，人确认为同一的也归为一个；名称、地址相似只出候选（linked.party_candidate），不在此合并
with
register as (
    select uscc, name, etype, area, industry, est_date as established_on, status
    from current.party_register
),
seen as (
    select
        party_key,
        min(name) as any_name,
        min(party_kind) as any_kind,
        min(legal_rep_token) as any_legal_rep,
        min(if(source = 'S27', legal_rep_token, null)) as registered_legal_rep,
        min(address) as any_address,
        min(if(source = 'S27', address, null)) as registered_address,
        min(township) as any_township,
        array_join(array_sort(collect_set(source)), ' ') as sources,
        count(distinct source) as sources_seen,
        count(distinct name) as names_seen,
        count(*) as mentions
    from linked.party_mention
    group by party_key
),
final as (
    select
        seen.party_key,
        coalesce(register.name, seen.any_name) as name,
        translate(regexp_replace(coalesce(register.name, seen.any_name), '\\s', ''), '（）', '()') as normalised_name,
        case
            when register.uscc is not null then 'register'
            when seen.party_key like 'ID:%' then 'person'
            when seen.party_key like 'NAME:%' then 'name_only'
            else 'code_only'
        end as link_level,
        register.uscc is not null as is_registered,
        if(contains(seen.party_key, ':'), null, seen.party_key) as code,
        coalesce(register.etype, seen.any_kind) as party_kind,
        register.area as area_code,
        register.industry,
        register.established_on,
        register.status,
        coalesce(seen.registered_legal_rep, seen.any_legal_rep) as legal_rep_token,
        coalesce(seen.registered_address, seen.any_address) as address,
        coalesce(register.area, seen.any_township) as township,
        seen.sources,
        seen.sources_seen,
        seen.names_seen,
        seen.mentions
    from seen
    left join register on register.uscc = seen.party_key
)
select * from final
