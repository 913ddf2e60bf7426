with
final as (
    select working_ordinal, day, unconfirmed_ordinal
    from dimension.calendar_day
    where is_working
)
select * from final
