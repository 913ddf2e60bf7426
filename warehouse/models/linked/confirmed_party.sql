-- 人确认为同一的主体：每个成员键归到哪个主体（组内有登记的以信用代码为准）。各模型凭此归并，别处不再重写。
with
register as (select uscc from current.party_register),
final as (
    select
        merged.member_key,
        coalesce(min(register.uscc) over (partition by merged.group_key), merged.group_key) as party_key
    from ledger_link_merge as merged
    left join register on register.uscc = merged.member_key
)
select * from final
