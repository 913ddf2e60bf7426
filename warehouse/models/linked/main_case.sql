-- 每个案件归到主案（linked.penalty_group），连同并入它的案件、举报、投诉有多少，是否曾移送后退回。
with
penalty_group as (select case_no, main_case_no, relation from linked.penalty_group),
relation as (select relation, main_no, counts_by_main from linked.case_relation),
parts as (
    select main_no, count(*) as parts
    from relation
    where counts_by_main
    group by main_no
),
returned as (select distinct main_no from relation where relation = '移送后退回'),
final as (
    select
        penalty_group.case_no,
        penalty_group.main_case_no,
        penalty_group.relation is null as is_main,
        penalty_group.relation,
        coalesce(parts.parts, 0) as parts,
        returned.main_no is not null as is_transferred_back
    from penalty_group
    left join parts on parts.main_no = penalty_group.case_no
    left join returned on returned.main_no = penalty_group.case_no
)
select * from final
