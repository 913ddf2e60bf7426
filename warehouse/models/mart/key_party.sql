-- 重点主体（问题二，仅供内部）：截至期末最近 key_party_months 个月内，出现在至少 key_party_least_sources 类来源，
-- 或受过处罚且投诉不少于 key_party_least_complaints 件，或（不论何时）受罚之后又被投诉且投诉在这几个月内。
-- 来源按类计：同一处罚在公示和台账出现不算两类。只列线索，不定性；仅有名称的主体（link_level 为 name）须人确认。
with
run as (
    select
        period_through,
        add_months(period_through, - key_party_months) as after_day,
        key_party_least_sources,
        key_party_least_complaints
    from run_parameters
),
first_penalty as (
    select party_key, min(happened_on) as first_penalty_on
    from mart.party_timeline
    where counts_as = 'penalty'
    group by party_key
),
counted as (
    select
        timeline.party_key,
        array_join(array_sort(collect_set(timeline.source_group)), '、') as source_groups,
        count(distinct timeline.source_group) as sources_seen,
        count(distinct if(timeline.counts_as = 'penalty', timeline.event_key, null)) as penalties,
        count(distinct if(timeline.counts_as = 'complaint', timeline.event_key, null)) as complaints,
        count(distinct if(
            timeline.counts_as = 'complaint' and timeline.happened_on > first_penalty.first_penalty_on, timeline.event_key, null
        )) as complaints_after_penalty,
        min(first_penalty.first_penalty_on) as first_penalty_on,
        max(timeline.happened_on) as last_on,
        max(if(timeline.link_level = 'name', 1, 0)) = 1 as is_name_only
    from mart.party_timeline as timeline
    cross join run
    left join first_penalty on first_penalty.party_key = timeline.party_key
    where timeline.is_adverse
        and timeline.happened_on > run.after_day
    group by timeline.party_key
),
judged as (
    select
        counted.*,
        counted.sources_seen >= run.key_party_least_sources as is_in_many_sources,
        counted.penalties >= 1 and counted.complaints >= run.key_party_least_complaints as is_often_complained_of,
        counted.complaints_after_penalty >= 1 as is_complained_of_after_penalty
    from counted
    cross join run
),
final as (
    select
        judged.party_key,
        party.name,
        party.party_kind,
        party.township,
        judged.is_name_only,
        judged.source_groups,
        judged.sources_seen,
        judged.penalties,
        judged.complaints,
        judged.complaints_after_penalty,
        judged.first_penalty_on,
        judged.last_on,
        concat_ws(
            '；',
            if(judged.is_in_many_sources, '多来源', null),
            if(judged.is_often_complained_of, '受罚且投诉多', null),
            if(judged.is_complained_of_after_penalty, '受罚后再被投诉', null)
        ) as reasons
    from judged
    left join linked.party as party on party.party_key = judged.party_key
    where judged.is_in_many_sources or judged.is_often_complained_of or judged.is_complained_of_after_penalty
)
select * from final
