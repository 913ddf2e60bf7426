-- 海关通报来的每条线索一行（S11 中对方单位是海关、方向为收到的）。线索已经立案的（S02 线索编号相同），案件里已有，另行标记。
with
run as (select district_code, customs_pattern from run_parameters),
case_clue as (select distinct clue_no from current.penalty_case where clue_no is not null),
final as (
    select
        clue.clue_no,
        clue.peer,
        clue.ip_type,
        concat(run.district_code, '000') as region_code,
        clue.sent_date as sent_on,
        case_clue.clue_no is not null as is_case,
        clue.submission,
        clue.source_file,
        clue.sheet,
        clue.row_number
    from current.clue_exchange as clue
    cross join run
    left join case_clue on case_clue.clue_no = clue.clue_no
    where clue.direction = '收到' and clue.peer rlike run.customs_pattern
)
select * from final
