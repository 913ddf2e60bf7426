with
police_limit as (select valid_from, valid_through from dimension.statutory_limit where rule = 'L19' and unit = '日'),
final as (
    select
        if(coalesce(transfer.accepted_on, transfer.transferred_on) is null, '没有接收日期也没有移送日期', '立案审查期限（L19）在该日没有有效版本，未配置') as gap,
        count(*) as gap_rows
    from fact.criminal_transfer as transfer
    left join police_limit
        on coalesce(transfer.accepted_on, transfer.transferred_on) between police_limit.valid_from and police_limit.valid_through
    where transfer.decision is null and police_limit.valid_from is null
    group by 1
)
select * from final
