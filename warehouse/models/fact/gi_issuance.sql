-- 每个地理标志 × 主体 × 发放日期一行（S15）：发了多少、规格多少、用了多少，属于哪个产季。
-- 产季自采收开始的月日起至下一年采收前一日（dimension.gi_season）；没有列入的地理标志没有产季。
with
run as (select district_code from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
season as (select gi_name, product, season_starts, valid_from, valid_through from dimension.gi_season),
issuance as (
    select
        gi_name,
        uscc,
        regexp_replace(translate(`user`, '()', '（）'), '\\s', '') as user_key,
        gi_type,
        township,
        issue_date,
        issued,
        used,
        spec_kg,
        quota_t,
        sold_t,
        submission,
        source_file,
        sheet,
        row_number
    from current.gi_user
),
final as (
    select
        issuance.gi_name,
        issuance.uscc as party_key,
        issuance.issue_date as issued_on,
        issuance.user_key,
        issuance.gi_type,
        season.product,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        year(issuance.issue_date)
        - if(date_format(issuance.issue_date, 'MM-dd') < season.season_starts, 1, 0) as season_year,
        issuance.issued,
        issuance.used,
        issuance.spec_kg,
        issuance.issued * issuance.spec_kg / 1000 as issued_t,
        issuance.quota_t,
        issuance.sold_t,
        issuance.submission,
        issuance.source_file,
        issuance.sheet,
        issuance.row_number
    from issuance
    cross join run
    left join township on township.region_code = issuance.township
    left join season
        on season.gi_name = issuance.gi_name and issuance.issue_date between season.valid_from and season.valid_through
)
select * from final
