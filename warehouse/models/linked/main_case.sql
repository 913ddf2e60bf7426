-- 每个案件归到主案。既被并案处罚又是分案的，以并案处罚为准；主案本身又并入别案的，再归一层（并案处罚的主案可能是分案）。
with
penalty_case as (select case_no from current.penalty_case),
relation as (select relation, part_source, part_no, main_no, counts_by_main from linked.case_relation),
merged as (
    select
        part_no as case_no,
        min_by(main_no, if(relation = '并案处罚', 0, 1)) as main_no,
        min_by(relation, if(relation = '并案处罚', 0, 1)) as relation
    from relation
    where part_source = 'S02' and counts_by_main
    group by part_no
),
parts as (
    select main_no, count(*) as parts
    from relation
    where counts_by_main
    group by main_no
),
returned as (select distinct main_no from relation where relation = '移送后退回'),
final as (
    select
        penalty_case.case_no,
        coalesce(above.main_no, merged.main_no, penalty_case.case_no) as main_case_no,
        merged.main_no is null as is_main,
        merged.relation,
        coalesce(parts.parts, 0) as parts,
        returned.main_no is not null as is_transferred_back
    from penalty_case
    left join merged on merged.case_no = penalty_case.case_no
    left join merged as above on above.case_no = merged.main_no
    left join parts on parts.main_no = penalty_case.case_no
    left join returned on returned.main_no = penalty_case.case_no
)
select * from final
