-- 每个批次一行（S13）。主体以代码的令牌区分；没有代码的以批次自身为主体，不凭名称合并。
-- 数量折为吨；“箱”没有规格，折不成，为空。
with
run as (select district_code from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
season as (select gi_name, season_starts, valid_from, valid_through from dimension.gi_season),
batch as (
    select
        batch_no,
        coalesce(concat('ID:', producer_code_token), concat('BATCH:', batch_no)) as producer_key,
        ptype as producer_kind,
        if(ptype = '农户', null, regexp_replace(translate(producer, '()', '（）'), '\\s', '')) as producer_name_key,
        township,
        product,
        gi_name,
        harvest_date as harvested_on,
        coalesce(codes, 0) as codes,
        coalesce(cert_n, 0) as certificates,
        cert_no,
        test_date as tested_on,
        test_result,
        area_mu,
        case unit
            when '吨' then qty
            when 'kg' then qty / 1000
            when '斤' then qty / 2000
        end as quantity_t,
        submission,
        source_file,
        sheet,
        row_number
    from current.trace_batch
),
final as (
    select
        batch.batch_no,
        batch.producer_key,
        batch.producer_kind,
        batch.producer_name_key,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        batch.product,
        batch.gi_name,
        batch.harvested_on,
        concat(
            year(batch.harvested_on) - if(date_format(batch.harvested_on, 'MM-dd') < season.season_starts, 1, 0), '产季'
        ) as season,
        batch.codes,
        batch.codes > 0 as is_coded,
        batch.certificates,
        batch.certificates > 0 or batch.cert_no is not null as is_certified,
        batch.tested_on,
        batch.test_result,
        batch.test_result in ('合格', '不合格') as is_tested,
        batch.area_mu,
        batch.quantity_t,
        batch.submission,
        batch.source_file,
        batch.sheet,
        batch.row_number
    from batch
    cross join run
    left join township on township.region_code = batch.township
    left join season
        on season.gi_name = batch.gi_name and batch.harvested_on between season.valid_from and season.valid_through
)
select * from final
