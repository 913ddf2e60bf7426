-- 每个版权服务工作站每个统计截止日一行（S38）。登记量按申请地（工作站）计，其中作者在本区的另列；登记不等于受到保护。
-- 撤站日期以最近一期为准。
with
run as (select district_code from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
final as (
    select
        station.station_no,
        station.counted_on,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        station.opened_on,
        first_value(station.closed_on) over (partition by station.station_no order by station.counted_on desc) as closed_on,
        station.registered,
        station.local_authors,
        station.submission,
        station.source_file,
        station.sheet,
        station.row_number
    from current.copyright_station as station
    cross join run
    left join township on township.region_code = station.township
)
select * from final
