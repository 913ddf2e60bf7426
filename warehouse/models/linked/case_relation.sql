-- 案件关系（D61）。台账自己的并案处罚、同源分案见 linked.penalty_group；其余来源写明案件编号的，以该编号为主案。
with
penalty_case as (select case_no, filing_date, decision_date, submission, source_file, sheet, row_number from current.penalty_case),
penalty_group as (select case_no, decided_main_no, split_main_no from linked.penalty_group),
grouped as (
    select penalty_case.*, penalty_group.decided_main_no, penalty_group.split_main_no
    from penalty_case
    inner join penalty_group on penalty_group.case_no = penalty_case.case_no
),
related as (
    select '并案处罚' as relation, 'S02' as part_source, case_no as part_no, decided_main_no as main_no, decision_date as happened_on,
        submission, source_file, sheet, row_number
    from grouped
    where case_no <> decided_main_no
    union all
    select '同源分案', 'S02', case_no, split_main_no, filing_date, submission, source_file, sheet, row_number
    from grouped
    where case_no <> split_main_no
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
