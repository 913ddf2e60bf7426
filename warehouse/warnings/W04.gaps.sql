with
unpublished as (
    select 'L11' as limit_rule, publish_limit_state as limit_state
    from fact.penalty_publication
    where is_ip_case and published_on is null
    union all
    select 'L12' as limit_rule, owed.publish_limit_state as limit_state
    from fact.registry_publication as owed
    inner join fact.penalty_publication as publication on publication.publication_key = owed.publication_key
    where owed.is_owed and owed.published_on is null and publication.is_ip_case
),
final as (
    select
        concat('公示时限', limit_rule, if(limit_state = 'not_configured', '在决定日没有有效版本，未配置', '的届满日超出已录入的日历，或没有决定日期')) as gap,
        count(*) as gap_rows
    from unpublished
    where limit_state not in ('ok', 'provisional')
    group by 1
)
select * from final
