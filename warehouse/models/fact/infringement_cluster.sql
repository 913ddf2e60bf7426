-- 每组疑似群体侵权一行（S02）：同一权利号、同一市场（没有写市场的按同一村）、相隔不超过 cluster_window_days 日，
-- 涉案主体不少于 cluster_least_parties 个。成组日＝第一次达到主体数的那一案的立案日；
-- 其后仍在窗口内继续达到的并入同一组。台账没有上游主体一栏，按上游归组的不能识别。权利人批量起诉不是群体侵权，不在台账。
with
run as (select district_code, cluster_window_days, cluster_least_parties from run_parameters),
right_case as (
    select
        penalty.case_no,
        penalty.party_key,
        penalty.region_code,
        penalty.ip_class,
        penalty.counted_on,
        if(penalty.market is null, '村', '市场') as place_kind,
        coalesce(penalty.market, concat(penalty.region_code, penalty.village)) as place,
        explode(array_distinct(filter(split(penalty.right_no, '[;；、,，\\s]+'), part -> part <> ''))) as right_no,
        penalty.submission,
        penalty.source_file,
        penalty.sheet,
        penalty.row_number
    from fact.penalty_case as penalty
    where penalty.is_ip_case and penalty.counted_on is not null and coalesce(penalty.market, penalty.village) is not null
),
gathered as (
    select
        right_case.right_no,
        right_case.place_kind,
        right_case.place,
        max(run.cluster_window_days) as window_days,
        max(run.cluster_least_parties) as least_parties,
        collect_list(struct(
            counted_on, case_no, party_key, region_code, ip_class, submission, source_file, sheet, row_number
        )) as cases
    from right_case
    cross join run
    group by right_case.right_no, right_case.place_kind, right_case.place
    having count(distinct right_case.party_key) >= max(run.cluster_least_parties)
),
dense as (
    select
        right_no,
        place_kind,
        place,
        window_days,
        cases,
        explode(filter(
            cases,
            here -> size(array_distinct(transform(
                filter(cases, there -> there.counted_on between date_sub(here.counted_on, window_days) and here.counted_on),
                there -> there.party_key
            ))) >= least_parties
        )) as reached
    from gathered
),
stepped as (
    select
        dense.*,
        lag(reached.counted_on) over (partition by right_no, place order by reached.counted_on, reached.case_no) as earlier_on
    from dense
),
numbered as (
    select
        stepped.*,
        sum(if(earlier_on is null or datediff(reached.counted_on, earlier_on) > window_days, 1, 0)) over (
            partition by right_no, place
            order by reached.counted_on, reached.case_no
        ) as cluster_number
    from stepped
),
formed as (
    select
        right_no,
        place_kind,
        place,
        any_value(window_days) as window_days,
        any_value(cases) as cases,
        min(struct(reached.counted_on as counted_on, reached.case_no as case_no, reached as origin)).origin as origin,
        min(reached.counted_on) as formed_on,
        max(reached.counted_on) as last_on
    from numbered
    group by right_no, place_kind, place, cluster_number
),
membered as (
    select
        formed.*,
        filter(cases, member -> member.counted_on between date_sub(formed_on, window_days) and last_on) as members
    from formed
),
final as (
    select
        membered.right_no,
        membered.place,
        membered.formed_on,
        membered.place_kind,
        if(
            size(array_distinct(transform(membered.members, member -> member.region_code))) = 1,
            membered.origin.region_code,
            concat(run.district_code, '000')
        ) as region_code,
        membered.origin.ip_class as ip_class,
        array_min(transform(membered.members, member -> member.counted_on)) as first_on,
        membered.last_on,
        size(array_distinct(transform(membered.members, member -> member.party_key))) as parties,
        size(membered.members) as cases,
        array_join(array_sort(transform(membered.members, member -> member.case_no)), ';') as case_nos,
        membered.origin.submission as submission,
        membered.origin.source_file as source_file,
        membered.origin.sheet as sheet,
        membered.origin.row_number as row_number
    from membered
    cross join run
)
select * from final
