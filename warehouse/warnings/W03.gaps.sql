with
final as (
    select
        case disposal_limit_state
            when 'no_start' then '未决案件没有立案日期，期限无从起算'
            when 'not_configured' then '立案日没有有效的办案期限（L07），未配置'
            else '届满日超出已录入的日历'
        end as gap,
        count(*) as gap_rows
    from fact.penalty_case
    where is_ip_case and disposed_on is null and disposal_limit_state not in ('ok', 'provisional')
    group by 1
)
select * from final
