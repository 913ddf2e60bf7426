-- 三本账（问题四）：每个地理标志 × 主体（或全体）× 产季，发标、带证、销售三本账各一行，各与产量区间相比。
-- 产量：有核定产量的用核定产量（区间收成一点），没有的用面积 × 亩产[低, 高]。比值也是区间：量 ÷ 高产 至 量 ÷ 低产。
-- 按高产仍超的才算超（丰年也解释不了）；只在低产时超的为“待核”。规格、数量、产量有一样不知道的不可算，不填默认。
-- 发标账只用枚 × 规格，规格缺失就是不可算，不以自报销售量代替（ZS06 的口径另说）；合格证账有折不成吨的批次（箱）也不可算。
-- 网络监测（S16）没有数量和地理标志名称，量不了：无核准而网售的另见 mart.gi_unapproved。
with
run as (
    select
        period_through,
        cast(gi_over_issue_warn as decimal(10, 4)) as warn_above,
        cast(gi_over_issue_red as decimal(10, 4)) as red_above
    from run_parameters
),
balance as (
    select
        *,
        if(labels_without_spec = 0, labelled_t, null) as issued_t,
        coalesce(quota_t, yield_low_t) as harvest_low_t,
        coalesce(quota_t, yield_high_t) as harvest_high_t
    from fact.gi_balance
),
book as (
    select *, 'issued' as book, issued_t as quantity_t, if(issued_t is null, 'spec_missing', 'ok') as quantity_state
    from balance
    union all
    select
        *,
        'certified',
        certified_t,
        case when certified_unmeasured > 0 then 'unmeasured' when certified_t is null then 'not_reported' else 'ok' end
    from balance
    union all
    select *, 'sold', sold_t, if(sold_t is null, 'not_reported', 'ok')
    from balance
),
compared as (
    select
        book.*,
        case
            when book.quantity_state <> 'ok' then book.quantity_state
            when coalesce(book.harvest_high_t, 0) = 0 or coalesce(book.harvest_low_t, 0) = 0 then 'yield_unknown'
            else 'ok'
        end as state
    from book
),
weighed as (
    select
        compared.*,
        if(state = 'ok', quantity_t / nullif(harvest_high_t, 0), null) as ratio_low,
        if(state = 'ok', quantity_t / nullif(harvest_low_t, 0), null) as ratio_high
    from compared
),
party as (select party_key, name, party_kind from linked.party),
final as (
    select
        weighed.gi_name,
        weighed.scope,
        weighed.party_key,
        party.name as party_name,
        party.party_kind,
        weighed.season_year,
        weighed.season,
        weighed.book,
        weighed.region_code,
        weighed.season_starts_on,
        weighed.season_ends_on,
        weighed.season_ends_on <= run.period_through as is_finished,
        weighed.quantity_t,
        weighed.harvest_low_t,
        weighed.harvest_high_t,
        weighed.quota_t is not null as is_quota,
        weighed.state,
        weighed.ratio_low,
        weighed.ratio_high,
        case
            when weighed.state <> 'ok' then '不可算'
            when weighed.ratio_low > run.red_above then '红'
            when weighed.ratio_low > run.warn_above then '预警'
            when weighed.ratio_high > run.warn_above then '待核'
            else '正常'
        end as level,
        weighed.submission,
        weighed.source_file,
        weighed.sheet,
        weighed.row_number
    from weighed
    inner join run on weighed.season_starts_on <= run.period_through
    left join party on party.party_key = weighed.party_key
)
select * from final
