-- 地理标志平衡：每个地理标志 × 产季，一行全体（scope = whole），每个用标主体一行（scope = producer）。
-- 一边是发放标志折合量（枚 × 规格），任一次发放没有规格即不可算，改用自报销售量；两者都没有即不可算，绝不用默认规格。
-- 另一边是核定产量，没有的用面积 × 亩产区间的上限：按上限仍超的，丰年也解释不了。合格证批次数量作第三个参照。
-- S15 与 S13 没有共同的明文代码：用标主体与生产主体按规范名称完全相同且唯一对照，对照不上的没有面积，不猜。
with
run as (
    select district_code, cast(gi_over_issue_warn as decimal(10, 4)) as warn_above, cast(gi_over_issue_red as decimal(10, 4)) as red_above
    from run_parameters
),
season as (select gi_name, product, season_starts, valid_from, valid_through from dimension.gi_season),
yield as (
    select
        product,
        cast(low_kg_per_mu as decimal(12, 3)) / 1000 as low_t_per_mu,
        cast(high_kg_per_mu as decimal(12, 3)) / 1000 as high_t_per_mu,
        coalesce(cast(valid_from as date), date '1900-01-01') as valid_from,
        coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_gi_yields
),
whole_area as (
    select
        gi_name,
        cast(area_mu as decimal(14, 2)) as area_mu,
        coalesce(cast(valid_from as date), date '1900-01-01') as valid_from,
        coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_gi_areas
),
by_user as (
    select
        gi_name,
        party_key,
        season_year,
        max(product) as product,
        max(region_code) as region_code,
        max(user_key) as user_key,
        sum(issued) as labels,
        sum(if(issued > 0 and spec_kg is null, issued, 0)) as labels_without_spec,
        sum(issued_t) as known_issued_t,
        max(sold_t) as sold_t,
        max(quota_t) as quota_t,
        max_by(submission, issued_on) as submission,
        max_by(source_file, issued_on) as source_file,
        max_by(sheet, issued_on) as sheet,
        max_by(row_number, issued_on) as row_number
    from fact.gi_issuance
    where season_year is not null
    group by gi_name, party_key, season_year
),
issued as (
    select *, if(labels_without_spec = 0, known_issued_t, sold_t) as labelled_t
    from by_user
),
batch as (
    select
        batch.gi_name,
        batch.producer_key,
        batch.producer_name_key,
        year(batch.harvested_on) - if(date_format(batch.harvested_on, 'MM-dd') < season.season_starts, 1, 0) as season_year,
        batch.area_mu,
        batch.is_certified,
        batch.quantity_t
    from fact.trace_batch as batch
    inner join season
        on season.gi_name = batch.gi_name and batch.harvested_on between season.valid_from and season.valid_through
),
named as (
    select producer_name_key
    from batch
    where producer_name_key is not null
    group by producer_name_key
    having count(distinct producer_key) = 1
),
grown as (
    select
        batch.gi_name,
        batch.producer_name_key,
        batch.season_year,
        max(batch.area_mu) as area_mu,
        sum(if(batch.is_certified, batch.quantity_t, 0)) as certified_t,
        count(if(batch.is_certified and batch.quantity_t is null, 1, null)) as certified_unmeasured
    from batch
    inner join named on named.producer_name_key = batch.producer_name_key
    group by batch.gi_name, batch.producer_name_key, batch.season_year
),
grown_by_all as (
    select
        gi_name,
        season_year,
        sum(if(is_certified, quantity_t, 0)) as certified_t,
        count(if(is_certified and quantity_t is null, 1, null)) as certified_unmeasured
    from batch
    group by gi_name, season_year
),
by_producer as (
    select
        issued.gi_name,
        'producer' as scope,
        issued.party_key,
        issued.product,
        issued.season_year,
        issued.region_code,
        issued.labels,
        issued.labels_without_spec,
        issued.labelled_t,
        issued.sold_t,
        issued.quota_t,
        grown.area_mu,
        grown.certified_t,
        grown.certified_unmeasured,
        issued.submission,
        issued.source_file,
        issued.sheet,
        issued.row_number
    from issued
    left join grown
        on
            grown.gi_name = issued.gi_name
            and grown.producer_name_key = issued.user_key
            and grown.season_year = issued.season_year
),
issued_by_all as (
    select
        gi_name,
        season_year,
        max(product) as product,
        sum(labels) as labels,
        sum(labels_without_spec) as labels_without_spec,
        if(count(labelled_t) = count(1), sum(labelled_t), null) as labelled_t,
        sum(sold_t) as sold_t,
        max_by(submission, labels) as submission,
        max_by(source_file, labels) as source_file,
        max_by(sheet, labels) as sheet,
        max_by(row_number, labels) as row_number
    from issued
    group by gi_name, season_year
),
by_whole as (
    select
        issued_by_all.gi_name,
        'whole' as scope,
        '*' as party_key,
        issued_by_all.product,
        issued_by_all.season_year,
        concat(run.district_code, '000') as region_code,
        issued_by_all.labels,
        issued_by_all.labels_without_spec,
        issued_by_all.labelled_t,
        issued_by_all.sold_t,
        cast(null as decimal(20, 6)) as quota_t,
        whole_area.area_mu,
        grown_by_all.certified_t,
        grown_by_all.certified_unmeasured,
        issued_by_all.submission,
        issued_by_all.source_file,
        issued_by_all.sheet,
        issued_by_all.row_number
    from issued_by_all
    cross join run
    left join whole_area
        on
            whole_area.gi_name = issued_by_all.gi_name
            and make_date(issued_by_all.season_year, 12, 31) between whole_area.valid_from and whole_area.valid_through
    left join grown_by_all
        on grown_by_all.gi_name = issued_by_all.gi_name and grown_by_all.season_year = issued_by_all.season_year
),
balance as (
    select * from by_producer
    union all
    select * from by_whole
),
weighed as (
    select
        balance.*,
        to_date(concat(balance.season_year, '-', season.season_starts)) as season_starts_on,
        balance.area_mu * yield.low_t_per_mu as yield_low_t,
        balance.area_mu * yield.high_t_per_mu as yield_high_t,
        coalesce(balance.quota_t, balance.area_mu * yield.high_t_per_mu) as limit_t
    from balance
    inner join season
        on
            season.gi_name = balance.gi_name
            and to_date(concat(balance.season_year, '-', season.season_starts)) between season.valid_from and season.valid_through
    left join yield
        on
            yield.product = balance.product
            and make_date(balance.season_year, 12, 31) between yield.valid_from and yield.valid_through
),
final as (
    select
        weighed.gi_name,
        weighed.scope,
        weighed.party_key,
        weighed.season_year,
        concat(weighed.season_year, '产季') as season,
        weighed.product,
        weighed.region_code,
        weighed.season_starts_on,
        date_add(add_months(weighed.season_starts_on, 12), -1) as season_ends_on,
        weighed.labels,
        weighed.labels_without_spec,
        weighed.labelled_t,
        weighed.sold_t,
        weighed.quota_t,
        weighed.area_mu,
        weighed.yield_low_t,
        weighed.yield_high_t,
        weighed.limit_t,
        weighed.certified_t,
        weighed.certified_unmeasured,
        case
            when weighed.labelled_t is null then 'spec_missing'
            when coalesce(weighed.limit_t, 0) = 0 then 'yield_unknown'
            else 'ok'
        end as balance_state,
        weighed.labelled_t is not null and coalesce(weighed.limit_t, 0) > 0 as is_computable,
        weighed.labelled_t / if(weighed.limit_t > 0, weighed.limit_t, null) as over_issue_ratio,
        case
            when weighed.labelled_t is null or coalesce(weighed.limit_t, 0) = 0 then '不可算'
            when weighed.labelled_t > weighed.limit_t * run.red_above then '红'
            when weighed.labelled_t > weighed.limit_t * run.warn_above then '预警'
            else '正常'
        end as over_issue_level,
        weighed.submission,
        weighed.source_file,
        weighed.sheet,
        weighed.row_number
    from weighed
    cross join run
)
select * from final
