-- 案件关系（D61）。主案：并案处罚、同源分案中立案最早的一件（同日取编号最小）；其余来源写明案件编号的，以该编号为主案。
-- 同源分案只在线索编号相同而且当事人相同（信用代码、证件令牌，都没有时为名称）时成立：一条线索牵出几个当事人是几个案件。
with
penalty_case as (
    select
        case_no,
        nullif(trim(clue_no), '') as clue_no,
        decision_no,
        coalesce(uscc, party_id_token, party_name) as party,
        filing_date,
        decision_date,
        submission,
        source_file,
        sheet,
        row_number
    from current.penalty_case
),
decided_together as (
    select *, first_value(case_no) over (partition by decision_no, party order by filing_date nulls last, case_no) as main_no
    from penalty_case
    where decision_no is not null and party is not null
),
split as (
    select *, first_value(case_no) over (partition by clue_no, party order by filing_date nulls last, case_no) as main_no
    from penalty_case
    where clue_no is not null and party is not null
),
related as (
    select '并案处罚' as relation, 'S02' as part_source, case_no as part_no, main_no, decision_date as happened_on, submission, source_file, sheet, row_number
    from decided_together
    where case_no <> main_no
    union all
    select '同源分案', 'S02', case_no, main_no, filing_date, submission, source_file, sheet, row_number
    from split
    where case_no <> main_no
    union all
    select if(filed = '并案', '举报并案', '举报立案'), 'S05', report_no, case_no, decision_date, submission, source_file, sheet, row_number
    from current.report
    where filed in ('并案', '立案') and case_no is not null
    union all
    select '投诉转案件', 'S04', reg_no, case_no, to_date(from_utc_timestamp(close_time, 'Asia/Shanghai')), submission, source_file, sheet, row_number
    from current.complaint
    where case_no is not null
    union all
    select if(back_date is null, '移送', '移送后退回'), 'S10', doc_no, case_no,
        coalesce(back_date, to_date(from_utc_timestamp(transfer_time, 'Asia/Shanghai'))), submission, source_file, sheet, row_number
    from current.criminal_transfer
    where case_no is not null
),
known as (select case_no from penalty_case),
counted as (select relation, counts_by_main = '1' as counts_by_main from reference_case_relations),
final as (
    select
        related.relation,
        related.part_source,
        related.part_no,
        related.main_no,
        known.case_no is not null as is_main_known,
        coalesce(counted.counts_by_main, false) as counts_by_main,
        related.happened_on,
        related.submission,
        related.source_file,
        related.sheet,
        related.row_number
    from related
    left join known on known.case_no = related.main_no
    left join counted on counted.relation = related.relation
)
select * from final
