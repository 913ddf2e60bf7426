-- 每次活动的每份报送一行（S24：培训、宣传、岗位锻炼、表彰）。联合活动各单位都报：同类、同日、同编号（没有编号的同主题）是一场，
-- 人次只取报得最多的一份，不相加。
with
run as (select district_code from run_parameters),
activity as (
    select
        capacity.*,
        concat_ws(
            '|', capacity.kind, capacity.date,
            coalesce(capacity.no_token, lower(regexp_replace(capacity.topic, '[\\s\\p{Punct}“”‘’、，。（）《》]', '')), capacity.row_key)
        ) as event_key
    from current.capacity_record as capacity
    where capacity.kind in ('培训', '宣传', '岗位锻炼', '表彰')
),
final as (
    select
        activity.row_key as record_key,
        activity.event_key,
        activity.org,
        activity.kind,
        activity.date as held_on,
        activity.audience as audiences,
        coalesce(array_contains(split(activity.audience, '\\s*[;；]\\s*'), '外向型企业'), false) as is_for_exporters,
        concat(run.district_code, '000') as region_code,
        activity.person_times,
        activity.hours,
        row_number() over (
            partition by activity.event_key
            order by coalesce(activity.person_times, -1) desc, activity.org, activity.row_key
        ) = 1 as is_counted,
        activity.submission,
        activity.source_file,
        activity.sheet,
        activity.row_number
    from activity
    cross join run
)
select * from final
