-- 热点市场和网络平台（问题五），逐季；乡镇另见 Warehouse.hotSpots。不排名，只看是否超出泊松上限（单侧 0.135 %，即三倍标准差）。
-- 平台：查实的线索店铺数，基数是监测店铺数（S16），预期 ＝ 全部平台的查实率 × 该平台监测店铺数；“不属管辖”的不计。
-- 市场：立案的知识产权案件数（地址中写明市场的），没有户数作基数，预期 ＝ 本市场前四季平均与全部市场前四季平均中的大者。
-- 预期不足 hotspot_least_expected 件的率不稳，只看件数（few）；连续两季超上限的为红。统计期起点以前的季度没有数据，不足四季的不判断。
with
run as (select period_from, period_through, hotspot_least_expected from run_parameters),
quarter as (
    select cast(date_trunc('quarter', quarter_starts_on) as date) as quarter_starts_on
    from run
    lateral view explode(sequence(cast(date_trunc('quarter', period_from) as date), period_through, interval 3 month)) as quarter_starts_on
    where date_add(add_months(quarter_starts_on, 3), -1) <= period_through
),
platform as (
    select
        cast(date_trunc('quarter', clue.evidenced_on) as date) as quarter_starts_on,
        clue.platform as place,
        count(distinct if(clue.result in ('立案', '责令改正', '下架', '断链', '移送') or clue.is_filed, clue.shop_key, null)) as cases,
        count(distinct clue.shop_key) as shops
    from fact.online_clue as clue
    where clue.platform is not null and not clue.is_outside_jurisdiction
    group by date_trunc('quarter', clue.evidenced_on), clue.platform
),
platform_expected as (
    select
        quarter_starts_on,
        '平台' as place_kind,
        place,
        cases,
        shops,
        cast(shops * sum(cases) over same / sum(shops) over same as double) as expected
    from platform
    window same as (partition by quarter_starts_on)
),
filed as (
    select cast(date_trunc('quarter', counted_on) as date) as quarter_starts_on, market as place, count(*) as cases
    from fact.penalty_case
    where is_ip_case and market is not null
    group by date_trunc('quarter', counted_on), market
),
market as (select distinct place from filed),
market_quarter as (
    select quarter.quarter_starts_on, market.place, coalesce(filed.cases, 0) as cases
    from quarter
    cross join market
    left join filed on filed.quarter_starts_on = quarter.quarter_starts_on and filed.place = market.place
),
market_history as (
    select
        *,
        avg(cases) over before as own_mean,
        count(*) over before as quarters_before
    from market_quarter
    window before as (partition by place order by quarter_starts_on rows between 4 preceding and 1 preceding)
),
market_expected as (
    select
        quarter_starts_on,
        '市场' as place_kind,
        place,
        cases,
        cast(null as bigint) as shops,
        if(
            quarters_before = 4,
            greatest(own_mean, avg(own_mean) over (partition by quarter_starts_on)),
            null
        ) as expected
    from market_history
),
place as (
    select platform_expected.*
    from platform_expected
    inner join quarter on quarter.quarter_starts_on = platform_expected.quarter_starts_on
    union all
    select * from market_expected
    where cases > 0
),
weighed as (
    select
        place.*,
        run.hotspot_least_expected,
        case
            when place.expected is null or place.expected < run.hotspot_least_expected or place.cases = 0 then null
            when place.expected > 500 then
                if((place.cases - place.expected) / sqrt(place.expected) > 3, 1.0, 0.0)
            else aggregate(
                sequence(cast(1 as bigint), greatest(place.cases - 1, cast(1 as bigint))),
                named_struct('term', exp(-place.expected), 'total', exp(-place.expected)),
                (so_far, k) -> named_struct(
                    'term', so_far.term * place.expected / k,
                    'total', so_far.total + if(k <= place.cases - 1, so_far.term * place.expected / k, 0.0)
                ),
                done -> done.total
            )
        end as below_probability
    from place
    cross join run
),
marked as (
    select
        weighed.*,
        case
            when expected is null then 'too_short'
            when expected < hotspot_least_expected then 'few'
            when coalesce(below_probability, 0) >= 0.99865 then 'above'
            else 'usual'
        end as mark
    from weighed
),
final as (
    select
        now.quarter_starts_on,
        now.place_kind,
        now.place,
        now.cases,
        now.shops,
        cast(now.expected as decimal(18, 3)) as expected,
        now.mark,
        coalesce(before.mark = 'above', false) and now.mark = 'above' as is_persistent,
        case
            when now.mark = 'above' and before.mark = 'above' then '红'
            when now.mark = 'above' then '黄'
            else ''
        end as level
    from marked as now
    left join marked as before
        on
            before.place_kind = now.place_kind
            and before.place = now.place
            and before.quarter_starts_on = cast(add_months(now.quarter_starts_on, -3) as date)
)
select * from final
