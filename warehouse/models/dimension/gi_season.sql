-- 每个地理标志的产季自哪一天起（gi_seasons.csv），带有效期；一个产季自此日至下一年此日的前一日
with
final as (
    select
        gi_name,
        product,
        season_starts,
        coalesce(cast(valid_from as date), date '1900-01-01') as valid_from,
        coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_gi_seasons
)
select * from final
