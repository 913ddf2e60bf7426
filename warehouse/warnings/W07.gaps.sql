with
final as (
    select
        concat(if(scope = 'whole', '地理标志全体', '用标主体'), if(balance_state = 'spec_missing', '规格缺失，不可算', '没有核定产量，面积或亩产也没有，不可算')) as gap,
        count(*) as gap_rows
    from fact.gi_balance
    where not is_computable
    group by 1
)
select * from final
