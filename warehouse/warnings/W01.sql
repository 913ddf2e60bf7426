-- 一个主体、一类权利的生效处罚按决定日排成链，相邻两次不超过 repeat_window_months 个月的为一条链；取最近一条有重复的链，链上每次处罚一行依据（并案、分案是一次处罚，以最先决定的一件为依据）。
with
run as (select period_through, repeat_window_months from run_parameters),
party as (select party_key, name from linked.party),
effective_penalty as (
    select
        penalty.*,
        sum(if(penalty.is_repeat, 0, 1)) over (
            partition by penalty.party_key, penalty.ip_class
            order by penalty.decided_on, penalty.case_no
        ) as chain
    from fact.penalty_case as penalty
    inner join run on penalty.decided_on <= run.period_through
    where penalty.is_ip_case and penalty.is_separate_penalty
),
marked as (
    select
        effective_penalty.*,
        max(if(is_repeat, chain, null)) over (partition by party_key, ip_class) as last_chain
    from effective_penalty
),
chained as (
    select
        marked.*,
        count(*) over (partition by party_key, ip_class) as penalties,
        max(decided_on) over (partition by party_key, ip_class) as last_on,
        first_value(region_code) over (partition by party_key, ip_class order by decided_on desc, case_no desc) as last_region,
        row_number() over (partition by party_key, ip_class order by decided_on, case_no) as turn
    from marked
    where chain = last_chain
),
final as (
    select
        chained.party_key as subject_key,
        coalesce(party.name, if(chained.party_key like 'ID:%', concat('自然人 ', substr(chained.party_key, 4, 8)), chained.party_key)) as subject,
        coalesce(chained.ip_class, '') as case_key,
        '红' as level,
        chained.last_region as region_code,
        cast(null as string) as owner,
        chained.last_on as happened_on,
        cast(null as date) as due_on,
        concat(
            '因同类知识产权违法（', coalesce(chained.ip_class, '未归类'), '）受到', chained.penalties, '次生效处罚，相邻两次不超过',
            run.repeat_window_months, '个月，最近一次', chained.last_on
        ) as summary,
        'penalty_case' as evidence_fact,
        chained.case_no as evidence_key,
        concat('第', chained.turn, '次处罚') as role,
        chained.submission,
        chained.source_file,
        chained.sheet,
        chained.row_number,
        chained.case_no,
        chained.decided_on,
        chained.decision_no,
        chained.ip_class,
        chained.violation_name,
        chained.fine_yuan
    from chained
    cross join run
    left join party on party.party_key = chained.party_key
)
select * from final
