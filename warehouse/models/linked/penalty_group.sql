-- 台账里每个案件归到哪个主案（D61），只看台账自己：同一决定书、同一当事人并案处罚的，同一线索、同一当事人分出的，
-- 各以立案最早的一件（同日取编号最小）为主案；两种都有的以并案处罚为准；主案本身又并入别案的，再归一层。
-- 当事人按信用代码、证件令牌，都没有时为名称：一条线索牵出几个当事人是几个案件。算不算按主案，见 case_relations.csv。
-- 单列一表，使案件事实不必等待投诉、举报、移送（linked.case_relation）。
with
counted as (
    select
        bool_or(relation = '并案处罚' and counts_by_main = '1') as decided_counts,
        bool_or(relation = '同源分案' and counts_by_main = '1') as split_counts
    from reference_case_relations
),
penalty_case as (
    select
        case_no,
        nullif(trim(clue_no), '') as clue_no,
        decision_no,
        coalesce(uscc, party_id_token, party_name) as party,
        filing_date
    from current.penalty_case
),
grouped as (
    select
        case_no,
        if(
            decision_no is null or party is null,
            case_no,
            first_value(case_no) over (partition by decision_no, party order by filing_date nulls last, case_no)
        ) as decided_main_no,
        if(
            clue_no is null or party is null,
            case_no,
            first_value(case_no) over (partition by clue_no, party order by filing_date nulls last, case_no)
        ) as split_main_no
    from penalty_case
),
merged as (
    select
        grouped.*,
        case
            when counted.decided_counts and grouped.decided_main_no <> grouped.case_no then '并案处罚'
            when counted.split_counts and grouped.split_main_no <> grouped.case_no then '同源分案'
        end as relation
    from grouped
    cross join counted
),
led as (
    select
        *,
        case relation when '并案处罚' then decided_main_no when '同源分案' then split_main_no else case_no end as led_by
    from merged
),
final as (
    select
        led.case_no,
        led.decided_main_no,
        led.split_main_no,
        above.led_by as main_case_no,
        led.relation
    from led
    inner join led as above on above.case_no = led.led_by
)
select * from final
