-- 每组疑似群体侵权一行（S02）：同一权利号、同一来源、相隔不超过 cluster_window_days 日，涉案主体不少于 cluster_least_parties 个。
-- 来源：市场（没有写市场的按村），以及不问地点的“全区”（只用于预警 W10；XZ10 只计市场和村）。
-- 成组日＝第一次达到主体数的那一日；其后相隔不超过窗口又达到的并入同一组。台账没有上游主体一栏，按上游归组的不能识别。
-- 窗口内的主体数：一个主体的一案，自立案日起算到窗口期满，期内同一主体又有案的，到那一案为止；各主体的区间在某日重叠几个，就是几个主体。
with
run as (select district_code, cluster_window_days, cluster_least_parties from run_parameters),
right_of_case as (
    select
        penalty.*,
        explode(array_distinct(filter(split(penalty.right_no, '[;；、,，\\s]+'), part -> part <> ''))) as one_right
    from fact.penalty_case as penalty
    where penalty.is_ip_case and penalty.counted_on is not null
),
placed as (
    select
        right_of_case.*,
        explode(filter(
            array(
                named_struct('kind', '全区', 'place', '全区'),
                named_struct('kind', if(market is null, '村', '市场'), 'place', coalesce(market, concat(region_code, village)))
            ),
            origin -> origin.place is not null
        )) as origin
    from right_of_case
),
right_case as (
    select
        one_right as right_no,
        origin.kind as place_kind,
        origin.place as place,
        counted_on,
        case_no,
        party_key,
        region_code,
        ip_class,
        submission,
        source_file,
        sheet,
        row_number
    from placed
),
party_day as (
    select right_no, place_kind, place, party_key, counted_on
    from right_case
    group by right_no, place_kind, place, party_key, counted_on
),
spell as (
    select
        party_day.right_no,
        party_day.place_kind,
        party_day.place,
        party_day.counted_on as starts_on,
        least(
            date_add(party_day.counted_on, run.cluster_window_days + 1),
            lead(party_day.counted_on) over (
                partition by party_day.right_no, party_day.place_kind, party_day.place, party_day.party_key
                order by party_day.counted_on
            )
        ) as ends_on
    from party_day
    cross join run
),
step as (
    select right_no, place_kind, place, starts_on as day, 1 as parties, 1 as arrivals
    from spell
    union all
    select right_no, place_kind, place, ends_on as day, -1 as parties, 0 as arrivals
    from spell
),
by_day as (
    select right_no, place_kind, place, day, sum(parties) as parties, sum(arrivals) as arrivals
    from step
    group by right_no, place_kind, place, day
),
counted as (
    select
        right_no,
        place_kind,
        place,
        day,
        arrivals,
        sum(parties) over (partition by right_no, place_kind, place order by day) as active_parties
    from by_day
),
dense as (
    select
        counted.*,
        run.cluster_window_days as window_days,
        lag(counted.day) over (partition by counted.right_no, counted.place_kind, counted.place order by counted.day) as earlier_on
    from counted
    cross join run
    where counted.arrivals > 0 and counted.active_parties >= run.cluster_least_parties
),
numbered as (
    select
        dense.*,
        sum(if(earlier_on is null or datediff(day, earlier_on) > window_days, 1, 0)) over (
            partition by right_no, place_kind, place
            order by day
        ) as cluster_number
    from dense
),
formed as (
    select
        right_no,
        place_kind,
        place,
        min(day) as formed_on,
        max(day) as last_on,
        date_sub(min(day), max(window_days)) as reaches_back_to
    from numbered
    group by right_no, place_kind, place, cluster_number
),
membered as (
    select
        formed.right_no,
        formed.place_kind,
        formed.place,
        formed.formed_on,
        formed.last_on,
        min(right_case.counted_on) as first_on,
        collect_set(right_case.party_key) as parties,
        collect_set(right_case.case_no) as case_nos,
        collect_set(right_case.region_code) as regions,
        min(if(
            right_case.counted_on = formed.formed_on,
            struct(
                right_case.case_no, right_case.ip_class, right_case.submission, right_case.source_file, right_case.sheet,
                right_case.row_number
            ),
            null
        )) as origin
    from formed
    inner join right_case
        on
            right_case.right_no = formed.right_no
            and right_case.place_kind = formed.place_kind
            and right_case.place = formed.place
            and right_case.counted_on between formed.reaches_back_to and formed.last_on
    group by formed.right_no, formed.place_kind, formed.place, formed.formed_on, formed.last_on
),
final as (
    select
        membered.right_no,
        membered.place,
        membered.formed_on,
        membered.place_kind,
        if(size(membered.regions) = 1, membered.regions[0], concat(run.district_code, '000')) as region_code,
        membered.origin.ip_class as ip_class,
        membered.first_on,
        membered.last_on,
        size(membered.parties) as parties,
        size(membered.case_nos) as cases,
        array_join(array_sort(membered.case_nos), ';') as case_nos,
        membered.origin.submission as submission,
        membered.origin.source_file as source_file,
        membered.origin.sheet as sheet,
        membered.origin.row_number as row_number
    from membered
    cross join run
)
select * from final
