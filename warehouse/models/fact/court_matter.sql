-- 每件程序事项一行（S31 手工台账）：保全裁定、调查令、技术调查官指派、妨害举证制裁。案件的属性取自 S06；诉前事项和行政程序没有。
with
run as (select district_code from run_parameters),
court_case as (
    select case_no, case_kind, cause, ip_type, foreign_flag, procedure
    from fact.court_case
),
matter as (
    select
        kind,
        matter_no,
        side,
        case_no,
        coalesce(concat('CASE:', case_no), concat('MATTER:', matter_no)) as case_key,
        applied_on,
        decided_on,
        result,
        due_on,
        replied_on,
        fine_yuan,
        submission,
        source_file,
        sheet,
        row_number
    from current.court_matter
),
final as (
    select
        matter.kind,
        matter.matter_no,
        concat(run.district_code, '000') as region_code,
        matter.side,
        matter.case_no,
        matter.case_key,
        court_case.case_kind,
        court_case.cause,
        court_case.ip_type,
        court_case.foreign_flag,
        court_case.procedure,
        matter.kind in ('行为保全', '证据保全', '财产保全') as is_preservation,
        matter.applied_on,
        matter.decided_on,
        matter.result,
        matter.result in ('支持', '部分支持') as is_granted,
        matter.result in ('支持', '部分支持', '驳回') as is_ruled,
        matter.due_on,
        matter.replied_on,
        matter.fine_yuan,
        matter.submission,
        matter.source_file,
        matter.sheet,
        matter.row_number
    from matter
    cross join run
    left join court_case on court_case.case_no = matter.case_no
)
select * from final
