-- 追溯码流向与扫码事件，每码每时刻每环节一行（S14）。同一追溯码同一设备，与上一次扫码相隔不足规定小时数的不计（滚动判定：
-- 间隔从上一次扫码算起，不论它计没计，故连续刷码只计一次）。没有设备标识的无从去重，照计并标记。
with
run as (select district_code, scan_window_hours from run_parameters),
event as (
    select
        trace_code,
        event_time as event_at,
        to_date(from_utc_timestamp(event_time, 'Asia/Shanghai')) as happened_on,
        event,
        device_token,
        scan_area,
        lag(event_time) over (partition by trace_code, device_token, event order by event_time) as previous_at,
        submission,
        source_file,
        sheet,
        row_number
    from current.trace_event
),
final as (
    select
        event.trace_code,
        event.event_at,
        event.happened_on,
        event.event,
        concat(run.district_code, '000') as region_code,
        event.scan_area,
        event.event = '扫码' as is_scan,
        event.device_token is null as is_device_unknown,
        event.event = '扫码'
        and (
            event.device_token is null
            or event.previous_at is null
            or unix_seconds(event.event_at) - unix_seconds(event.previous_at) >= run.scan_window_hours * 3600
        ) as is_counted_scan,
        event.submission,
        event.source_file,
        event.sheet,
        event.row_number
    from event
    cross join run
)
select * from final
