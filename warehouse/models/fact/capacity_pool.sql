-- 在岗、专家、志愿者的每期报送一行（S24）。期末数以单位最近一个统计日为准：统计日的各行相加，下一统计日起全部退出。
-- 逐人报送时键是工号，现行版本只有最近一期，所以从历史版本取各统计日的最后一版。
with
run as (select district_code from run_parameters),
version as (
    select
        capacity.*,
        row_number() over (
            partition by capacity.row_key, capacity.date
            order by capacity.valid_from desc, capacity.submission desc
        ) as recency
    from history.capacity_record as capacity
    where capacity.kind in ('在岗', '专家', '志愿者')
),
counted_day as (
    select org, kind, date, lead(date) over (partition by org, kind order by date) as next_date
    from (select distinct org, kind, date from version where recency = 1)
),
final as (
    select
        version.row_key as record_key,
        version.org,
        version.kind,
        concat(run.district_code, '000') as region_code,
        version.date as counted_on,
        counted_day.next_date as superseded_on,
        coalesce(version.on_post, if(version.no_token is null, null, 1)) as people,
        version.establishment,
        version.certified,
        version.used as times_used,
        version.vol_hours as volunteer_hours,
        version.submission,
        version.source_file,
        version.sheet,
        version.row_number
    from version
    cross join run
    inner join counted_day
        on counted_day.org = version.org and counted_day.kind = version.kind and counted_day.date = version.date
    where version.recency = 1
)
select * from final
