-- 办案期限 L07 的届满日在 fact.penalty_case 里按立案日有效的版本算好。截至统计月末仍无决定、未结案的为超期。
with
run as (select period_through from run_parameters),
unit as (select unit_id from dimension.unit),
party as (select party_key, name from linked.party),
overdue as (
    select penalty.*
    from fact.penalty_case as penalty
    inner join run on penalty.overdue_from_on <= run.period_through
    where penalty.is_ip_case and penalty.disposed_on is null and penalty.disposal_limit_state in ('ok', 'provisional')
),
final as (
    select
        overdue.case_no as subject_key,
        overdue.case_no as subject,
        '' as case_key,
        '红' as level,
        overdue.region_code,
        unit.unit_id as owner,
        overdue.overdue_from_on as happened_on,
        cast(null as date) as due_on,
        concat(
            coalesce(party.name, '当事人'), '，', overdue.filed_on, '立案，办案期限', overdue.disposal_due_on, '届满',
            if(overdue.disposal_limit_state = 'provisional', '（暂定：宁夏地方假日未录入）', ''), '，没有处理决定'
        ) as summary,
        'penalty_case' as evidence_fact,
        overdue.case_no as evidence_key,
        '超期案件' as role,
        overdue.submission,
        overdue.source_file,
        overdue.sheet,
        overdue.row_number,
        overdue.case_no,
        overdue.filed_on,
        overdue.disposal_due_on,
        overdue.disposal_limit_state,
        overdue.handling_org
    from overdue
    left join unit on unit.unit_id = overdue.handling_org
    left join party on party.party_key = overdue.party_key
)
select * from final
