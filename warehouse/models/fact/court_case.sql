-- 每件案件一行（S06）。知识产权案件按案由表判定；2026 年第三次修正的案由表未取得原文，同名案由沿用。
with
run as (select district_code from run_parameters),
ip_cause as (
    select distinct kind, code as name
    from codelist_causes
    where ip = '1'
),
court_case as (
    select
        case_no,
        court,
        case_kind,
        instance,
        cause,
        ip_type,
        foreign_flag,
        procedure,
        file_date as filed_on,
        close_date as closed_on,
        close_way,
        award as award_yuan,
        coalesce(punitive, false) as is_punitive,
        effective_date as effective_on,
        submission,
        source_file,
        sheet,
        row_number
    from current.court_case
),
final as (
    select
        court_case.case_no,
        court_case.court,
        concat(run.district_code, '000') as region_code,
        court_case.case_kind,
        court_case.instance,
        court_case.cause,
        ip_cause.name is not null as is_ip_cause,
        ip_cause.name is not null and court_case.case_kind in ('民事', '行政', '刑事') as is_ip_trial,
        court_case.ip_type,
        court_case.foreign_flag,
        court_case.procedure,
        court_case.filed_on,
        court_case.closed_on,
        court_case.close_way,
        court_case.award_yuan,
        court_case.is_punitive,
        court_case.effective_on,
        court_case.submission,
        court_case.source_file,
        court_case.sheet,
        court_case.row_number
    from court_case
    cross join run
    left join ip_cause on ip_cause.name = court_case.cause and ip_cause.kind = court_case.case_kind
)
select * from final
