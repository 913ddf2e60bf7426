-- 逐件督办清单（问题六）：截至期末未办结的，以及超期办结的，每个时限 × 每件一行；按时办结的不列。
-- 时限、届满日、扣除期、节假日都由各事实表按起算日有效的版本算好，这里只比较日期；期末当日届满的不算超期。
-- 将到期：剩余不足期限的 soon_share_percent（工作日期限按工作日比，其余按自然日比）。
-- 退回（非管辖）的投诉没有受理决定可作，不列；未经受理即和解的以和解之日为止（与 TS03 同）。
-- 已作处罚决定而公示数据（S01）里查不到的，按未公示列出；仅警告等情形台账看不出，列入待核。
with
run as (select period_through, soon_share_percent, transfer_complex_days from run_parameters),
deadline_kind as (select kind, title, rule, source, owner from reference_deadline_kinds),
calendar as (select day, working_ordinal, unconfirmed_ordinal from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
publication_limit as (
    select rule, length, valid_from, valid_through
    from dimension.statutory_limit
    where rule in ('L11', 'L12')
),
unpublished as (
    select
        penalty.case_no,
        penalty.decision_no,
        penalty.handling_org,
        penalty.region_code,
        penalty.decided_on,
        kind.kind,
        due.day as due_on,
        case
            when publication_limit.length is null then 'not_configured'
            when due.unconfirmed_ordinal > decision_day.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as limit_state,
        penalty.submission,
        penalty.source_file,
        penalty.sheet,
        penalty.row_number
    from fact.penalty_case as penalty
    inner join deadline_kind as kind
        on kind.kind = 'publication_7'
        or (
            kind.kind = 'publication_20'
            and not penalty.is_summary_procedure
            and not penalty.party_key like 'ID:%'
            and not penalty.party_key like 'CASE:%'
        )
    left join publication_limit
        on publication_limit.rule = kind.rule
        and penalty.decided_on between publication_limit.valid_from and publication_limit.valid_through
    left join calendar as decision_day on decision_day.day = penalty.decided_on
    left join working as due on due.working_ordinal = decision_day.working_ordinal + publication_limit.length
    where penalty.is_effective_penalty and not penalty.is_published
),
complaint_unit as (select reg_no, handling_unit from current.complaint),
item as (
    select 'complaint_accept' as kind, complaint.reg_no as item_key, complaint.reg_no as item_no, complaint_unit.handling_unit as org,
        complaint.region_code, complaint.received_on as started_on, complaint.accept_due_on as due_on, cast(null as date) as extended_due_on,
        if(complaint.is_settled_unaccepted, complaint.closed_on, complaint.decided_on) as closed_on, cast(null as boolean) as is_known_late, complaint.accept_limit_state as limit_state, true as is_working_days,
        complaint.submission, complaint.source_file, complaint.sheet, complaint.row_number
    from fact.complaint as complaint
    left join complaint_unit on complaint_unit.reg_no = complaint.reg_no
    where coalesce(complaint.accept_decision, '') <> '退回'
    union all
    select 'complaint_close', complaint.reg_no, complaint.reg_no, complaint_unit.handling_unit,
        complaint.region_code, complaint.accepted_on, complaint.close_due_on, null,
        complaint.closed_on, null, complaint.close_limit_state, true,
        complaint.submission, complaint.source_file, complaint.sheet, complaint.row_number
    from fact.complaint as complaint
    left join complaint_unit on complaint_unit.reg_no = complaint.reg_no
    where complaint.accept_decision = '受理'
    union all
    select 'report_verify', report_no, report_no, null, region_code, received_on, verify_due_on, null,
        decided_on, null, verify_limit_state, true, submission, source_file, sheet, row_number
    from fact.report
    union all
    select 'clue_filing', case_no, case_no, handling_org, region_code, clue_on, clue_due_on, null,
        counted_on, null, clue_limit_state, true, submission, source_file, sheet, row_number
    from fact.penalty_case
    union all
    select 'case_disposal', case_no, case_no, handling_org, region_code, filed_on, disposal_due_on, null,
        disposed_on, null, disposal_limit_state, false, submission, source_file, sheet, row_number
    from fact.penalty_case
    where not is_summary_procedure
    union all
    select 'publication_7', publication_key, coalesce(decision_no, publication_key), authority, region_code, decided_on, publish_due_on, null,
        published_on, null, publish_limit_state, true, submission, source_file, sheet, row_number
    from fact.penalty_publication
    union all
    select 'publication_20', publication_key, coalesce(decision_no, publication_key), authority, region_code, decided_on, publish_due_on, null,
        published_on, null, publish_limit_state, true, submission, source_file, sheet, row_number
    from fact.registry_publication
    where is_owed
    union all
    select kind, concat('S02 ', case_no), coalesce(decision_no, case_no), handling_org, region_code, decided_on, due_on, null,
        null, null, limit_state, true, submission, source_file, sheet, row_number
    from unpublished
    union all
    select 'inspection_publication', concat_ws(' ', task_no, party_key, item), concat_ws(' ', task_no, party_key, item), agency,
        region_code, formed_on, publish_due_on, null, published_on, null, publish_limit_state, true, submission, source_file, sheet, row_number
    from fact.inspection
    where is_to_be_published
    union all
    select 'transfer_send', doc_no, doc_no, from_org, region_code, approved_on, date_add(approved_on, 1), null,
        transferred_on, not is_in_time, transfer_limit_state, false, submission, source_file, sheet, row_number
    from fact.criminal_transfer
    where not is_resubmission
    union all
    select 'transfer_decision', transfer.doc_no, transfer.doc_no, transfer.to_org, transfer.region_code, transfer.accepted_on, transfer.decision_due_on,
        date_add(transfer.accepted_on, run.transfer_complex_days), transfer.decided_on, null,
        if(transfer.decision_due_on is null, 'not_configured', 'ok'), false, transfer.submission, transfer.source_file, transfer.sheet, transfer.row_number
    from fact.criminal_transfer as transfer
    cross join run
    where transfer.transferred_on is not null
    union all
    select 'clue_answer', concat(clue_no, ' ', direction), clue_no, if(direction = '发出', peer, null), region_code, sent_on, answer_due_on, null,
        answered_on, null, answer_limit_state, false, submission, source_file, sheet, row_number
    from fact.clue_exchange
    union all
    select 'online_clue', clue_no, clue_no, null, region_code, assigned_on, answer_due_on, null,
        answered_on, null, answer_limit_state, true, submission, source_file, sheet, row_number
    from fact.online_clue
    where not is_outside_jurisdiction
    union all
    select 'trial', case_no, case_no, court, region_code, filed_on, limit_due_on, null,
        closed_on, null, limit_state, false, submission, source_file, sheet, row_number
    from fact.court_case
    where is_ip_trial
    union all
    select 'entrusted_execution', exec_no, exec_no, entrusted_court, region_code, entrusted_on, answer_due_on, null,
        answered_on, null, answer_limit_state, false, submission, source_file, sheet, row_number
    from fact.execution_case
    where is_entrusted_out
    union all
    select 'proposal_reply', proposal_no, proposal_no, org, region_code, sent_on, reply_due_on, null,
        replied_on, null, reply_limit_state, false, submission, source_file, sheet, row_number
    from fact.procuratorial_proposal
    union all
    select 'oversight_answer', concat(kind, ' ', matter_no), matter_no, handling_org, region_code, started_on, answer_due_on, null,
        done_on, null, answer_limit_state, false, submission, source_file, sheet, row_number
    from fact.oversight_matter
    where kind in ('人大监督', '政协监督')
    union all
    select 'assistance_close', assistance_no, assistance_no, null, region_code, accepted_on, due_on, null,
        closed_on, null, close_limit_state, true, submission, source_file, sheet, row_number
    from fact.assistance
    where is_case and (accepted_on is not null or result is null)
),
listed as (
    select item.*, run.period_through, run.soon_share_percent, coalesce(item.closed_on <= run.period_through, false) as is_closed
    from item
    cross join run
    where coalesce(item.started_on <= run.period_through, true)
        and (
            coalesce(item.closed_on > run.period_through, true)
            or coalesce(item.is_known_late, item.closed_on > item.due_on)
        )
),
measured as (
    select
        listed.*,
        if(listed.is_working_days, due_day.working_ordinal - start_day.working_ordinal, datediff(listed.due_on, listed.started_on)) as days_allowed,
        if(listed.is_working_days, due_day.working_ordinal - end_day.working_ordinal, datediff(listed.due_on, listed.period_through)) as days_left
    from listed
    left join calendar as start_day on start_day.day = listed.started_on
    left join calendar as due_day on due_day.day = listed.due_on
    left join calendar as end_day on end_day.day = listed.period_through
),
final as (
    select
        measured.kind,
        measured.item_key,
        measured.item_no,
        deadline_kind.title,
        deadline_kind.rule,
        deadline_kind.source,
        coalesce(measured.org, deadline_kind.owner) as owner,
        measured.org is null as is_owner_assumed,
        measured.region_code,
        measured.started_on,
        measured.due_on,
        measured.extended_due_on,
        if(measured.is_closed, measured.closed_on, null) as closed_on,
        case
            when measured.is_closed then 'done_late'
            when measured.started_on is null then 'no_start'
            when measured.limit_state = 'not_configured' then 'not_configured'
            when measured.due_on is null then 'unknown'
            when measured.due_on < measured.period_through then 'overdue'
            when measured.days_left * 100 <= measured.days_allowed * measured.soon_share_percent then 'soon'
            else 'open'
        end as state,
        case
            when measured.is_closed then datediff(measured.closed_on, measured.due_on)
            when measured.due_on is not null then greatest(datediff(measured.period_through, measured.due_on), 0)
        end as days_over,
        if(measured.is_closed, null, measured.days_left) as days_left,
        if(measured.is_working_days, '工作日', '日') as days_unit,
        measured.limit_state in ('provisional', 'deduction_missing') as is_provisional,
        measured.submission,
        measured.source_file,
        measured.sheet,
        measured.row_number
    from measured
    inner join deadline_kind on deadline_kind.kind = measured.kind
)
select * from final
