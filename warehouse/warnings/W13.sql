-- 只列候选：是不是恶意由有权的人署名确认（ipw warnings confirm）。线索的认定在 fact.penalty_case 的 malice_reasons。
with
run as (select period_through from run_parameters),
unit as (select unit_id from dimension.unit),
party as (select party_key, name from linked.party),
final as (
    select
        penalty.case_no as subject_key,
        penalty.case_no as subject,
        '' as case_key,
        '黄' as level,
        penalty.region_code,
        unit.unit_id as owner,
        coalesce(penalty.decided_on, penalty.counted_on) as happened_on,
        cast(null as date) as due_on,
        concat(coalesce(party.name, '当事人'), '，疑似恶意（候选，不是结论）：', penalty.malice_reasons) as summary,
        'penalty_case' as evidence_fact,
        penalty.case_no as evidence_key,
        '有线索的案件' as role,
        penalty.submission,
        penalty.source_file,
        penalty.sheet,
        penalty.row_number,
        penalty.case_no,
        penalty.decided_on,
        penalty.malice_reasons,
        penalty.intent,
        penalty.is_major,
        penalty.review_result
    from fact.penalty_case as penalty
    inner join run on coalesce(penalty.decided_on, penalty.counted_on) <= run.period_through
    left join unit on unit.unit_id = penalty.handling_org
    left join party on party.party_key = penalty.party_key
    where penalty.is_ip_case and penalty.malice_reasons <> ''
)
select * from final
