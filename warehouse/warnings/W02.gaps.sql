with
parameter as (
    select name, cast(value as int) as value, cast(valid_from as date) as valid_from, coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_warning_parameters
    where rule = 'W02'
),
complaint as (
    select complaint.reg_no, complaint.registered_on, source.target_uscc
    from fact.complaint as complaint
    inner join current.complaint as source on source.reg_no = complaint.reg_no
    left join parameter as ip_only on ip_only.name = 'ip_only' and complaint.registered_on between ip_only.valid_from and ip_only.valid_through
    where complaint.is_ip or ip_only.value = 0
),
coverage as (select min(registered_on) as starts_on from fact.complaint),
span as (
    select complaint.*, window_days.value + base_days.value as days
    from complaint
    left join parameter as window_days
        on window_days.name = 'window_days' and complaint.registered_on between window_days.valid_from and window_days.valid_through
    left join parameter as base_days
        on base_days.name = 'base_days' and complaint.registered_on between base_days.valid_from and base_days.valid_through
),
final as (
    select '知识产权投诉没有被投诉主体的代码，不能归到主体' as gap, count(*) as gap_rows
    from complaint
    where target_uscc is null
    having count(*) > 0
    union all
    select '登记日期没有，或该日的参数没有配置' as gap, count(*) as gap_rows
    from span
    where days is null
    having count(*) > 0
    union all
    select concat('投诉数据自', coverage.starts_on, '起，此前不满比较期，不判断突增') as gap, count(*) as gap_rows
    from span
    cross join coverage
    where span.target_uscc is not null and date_sub(span.registered_on, span.days - 1) < coverage.starts_on
    group by coverage.starts_on
)
select * from final
