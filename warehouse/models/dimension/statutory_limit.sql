-- 只列已录入长度的版本：某日没有版本，即“未配置”，以它为准的指标不计算
with
final as (
    select
        limit_id,
        rule,
        subject,
        cast(length as bigint) as length,
        unit,
        coalesce(cast(extension_length as bigint), 0) as extension_length,
        basis,
        coalesce(cast(valid_from as date), date '1900-01-01') as valid_from,
        coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_statutory_limits
    where length is not null
)
select * from final
