with
gone_status as (
    select value as pattern
    from reference_warning_parameters
    where rule = 'W08' and name = 'gone_status_pattern' and valid_to is null
),
final as (
    select '登记状态已注销而没有注销日期，先后无从比较' as gap, count(*) as gap_rows
    from current.party_register as register
    inner join gone_status on register.status rlike gone_status.pattern
    where register.end_date is null
    having count(*) > 0
)
select * from final
