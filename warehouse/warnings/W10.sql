-- 成组的规则在 fact.infringement_cluster；一个权利号、一个来源一条预警，取最近一组，组内每案一行依据。
with
run as (select period_through from run_parameters),
formed as (
    select
        cluster.*,
        row_number() over (partition by cluster.right_no, cluster.place_kind, cluster.place order by cluster.formed_on desc) as recency
    from fact.infringement_cluster as cluster
    inner join run on cluster.formed_on <= run.period_through
),
member as (
    select formed.*, explode(split(formed.case_nos, ';')) as case_no
    from formed
    where formed.recency = 1
),
penalty as (select * from fact.penalty_case),
final as (
    select
        concat_ws('|', member.right_no, member.place_kind, member.place) as subject_key,
        concat('权利号', member.right_no, '，', member.place_kind, '：', member.place) as subject,
        '' as case_key,
        '黄' as level,
        member.region_code,
        cast(null as string) as owner,
        member.formed_on as happened_on,
        cast(null as date) as due_on,
        concat(member.first_on, '至', member.last_on, '，', member.cases, '案涉及', member.parties, '个主体') as summary,
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
)
select * from final
