with
final as (
    select unit_id, name, kind, note
    from reference_units
)
select * from final
