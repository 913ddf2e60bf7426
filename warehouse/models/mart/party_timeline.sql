-- 主体时间线（问题二）：每个主体在各来源的每一处事件一行，附文件、表、行。归并只凭逐字相同的代码和人的确认（linked.party_mention）。
-- event_key 使同一份处罚决定在公示（S01）和台账（S02）里只算一次；没有日期的事件日期为空，仍列出。
with
run as (select period_through, void_delisting_pattern from run_parameters),
event_kind as (select source, role, source_group, event, counts_as, is_adverse = '1' as is_adverse from reference_party_events),
penalty as (select case_no, decision_key, is_effective_penalty, counted_on, decided_on from fact.penalty_case),
dated as (
    select
        'S01' as source,
        publication_key as row_key,
        decided_on as happened_on,
        decision_no as document_no,
        decision_key as document_key,
        violation as detail,
        true as is_effective,
        false as is_pending
    from fact.penalty_publication
    union all
    select
        'S02',
        ledger.row_key,
        coalesce(penalty.decided_on, penalty.counted_on),
        coalesce(ledger.decision_no, ledger.case_no),
        penalty.decision_key,
        ledger.violation,
        penalty.is_effective_penalty,
        penalty.decided_on is null
    from current.penalty_case as ledger
    inner join penalty on penalty.case_no = ledger.case_no
    union all
    select 'S04', row_key, to_date(from_utc_timestamp(reg_time, 'Asia/Shanghai')), reg_no, null, issue_class, true, false
    from current.complaint
    union all
    select 'S05', row_key, to_date(from_utc_timestamp(reg_time, 'Asia/Shanghai')), report_no, null, violation_class, true, false
    from current.report
    union all
    select 'S06', row_key, file_date, case_no, null, cause, true, false
    from current.court_case
    union all
    select 'S07', row_key, file_date, exec_no, null, kind, true, false
    from current.execution_case
    union all
    select 'S12', row_key, in_date, basis_no, null, reason, not coalesce(out_type rlike run.void_delisting_pattern, false), false
    from current.dishonesty_listing
    cross join run
    union all
    select 'S15', row_key, issue_date, gi_name, null, gi_name, true, false
    from current.gi_user
),
final as (
    select
        mention.party_key,
        mention.source,
        mention.row_key,
        mention.role,
        mention.position,
        dated.happened_on,
        event_kind.source_group,
        if(dated.is_pending, '在办案件', event_kind.event) as event,
        if(dated.is_pending or not dated.is_effective, null, event_kind.counts_as) as counts_as,
        event_kind.is_adverse and dated.is_effective or dated.is_pending as is_adverse,
        coalesce(dated.document_key, concat(mention.source, ' ', mention.row_key)) as event_key,
        dated.document_no,
        dated.detail,
        mention.link_level,
        mention.submission,
        mention.source_file,
        mention.sheet,
        mention.row_number
    from linked.party_mention as mention
    inner join event_kind on event_kind.source = mention.source and event_kind.role = mention.role
    inner join dated on dated.source = mention.source and dated.row_key = mention.row_key
    cross join run
    where coalesce(dated.happened_on <= run.period_through, true)
)
select * from final
