-- 成组的规则在 fact.infringement_cluster；不问地点（全区），一个权利号一条预警，取最近一组，组内每案一行依据；
-- 其中同一市场或村也够成组的（XZ10 的口径），在说明里写出地点，作为追查上游的线索。
with
run as (select period_through from run_parameters),
cluster as (
    select cluster.*
    from fact.infringement_cluster as cluster
    inner join run on cluster.formed_on <= run.period_through
),
formed as (
    select
        cluster.*,
        row_number() over (partition by cluster.right_no order by cluster.formed_on desc) as recency
    from cluster
    where cluster.place_kind = '全区'
),
concentrated as (
    select
        formed.right_no,
        array_join(array_sort(collect_set(concat(here.place_kind, here.place, here.parties, '个主体'))), '、') as places
    from formed
    inner join cluster as here
        on
            here.right_no = formed.right_no
            and here.place_kind <> '全区'
            and here.formed_on between formed.formed_on and formed.last_on
    where formed.recency = 1
    group by formed.right_no
),
member as (
    select formed.*, explode(split(formed.case_nos, ';')) as case_no
    from formed
    where formed.recency = 1
),
penalty as (select * from fact.penalty_case),
final as (
    select
        member.right_no as subject_key,
        concat('权利号', member.right_no) as subject,
        '' as case_key,
        '黄' as level,
        member.region_code,
        cast(null as string) as owner,
        member.formed_on as happened_on,
        cast(null as date) as due_on,
        concat(
            member.first_on, '至', member.last_on, '，', member.cases, '案涉及', member.parties, '个主体',
            coalesce(concat('，其中集中于', concentrated.places), '，没有集中于一个市场或村')
        ) as summary,
        'penalty_case' as evidence_fact,
        member.case_no as evidence_key,
        '组内案件' as role,
        penalty.submission,
        penalty.source_file,
        penalty.sheet,
        penalty.row_number,
        member.case_no,
        penalty.counted_on,
        penalty.party_key,
        penalty.right_no,
        penalty.market,
        penalty.village
    from member
    inner join penalty on penalty.case_no = member.case_no
    left join concentrated on concentrated.right_no = member.right_no
)
select * from final
