-- 行刑衔接漏斗（问题七）：每件应进入衔接平台的行政案件一行，各环节的日期和两环之间的自然日数。
-- 达到追诉参数之日取行政处罚决定日。一案多次移送的取第一份移送书、第一次接收、第一次立案。
-- 移送起诉：公安报送行（S09）写明移送编号且移送起诉数大于 0 的，只有月份，取月末。判决：来源没有移送编号到判决的键，
-- 取同一主体信用代码、移送之后立案、已审结的刑事案件，judged_by 写明是凭主体推定的，须人核对。
with
run as (select period_through from run_parameters),
candidate as (select * from fact.transfer_candidate),
transfer as (
    select
        case_no,
        count(*) as transfers,
        min(transferred_on) as transferred_on,
        min(accepted_on) as received_on,
        min(if(decision = '立案', decided_on, null)) as filed_on,
        max_by(decision, decided_on) as last_decision
    from fact.criminal_transfer
    where case_no is not null
    group by case_no
),
transfer_number as (
    select distinct case_no, transfer_no
    from current.criminal_transfer
    where case_no is not null and transfer_no is not null
),
prosecuted as (
    select transfer_number.case_no, min(last_day(to_date(concat(police.month, '-01')))) as prosecuted_on
    from current.police_case as police
    inner join transfer_number on transfer_number.transfer_no = police.transfer_no
    where police.to_pros > 0 and police.month rlike '^[0-9]{4}-[0-9]{2}$'
    group by transfer_number.case_no
),
party_of_case as (select case_no, party_key from fact.penalty_case where party_key not like 'CASE:%'),
criminal_trial as (
    select mention.party_key, court.filed_on, court.closed_on
    from linked.party_mention as mention
    inner join current.court_case as source_row on source_row.row_key = mention.row_key
    inner join fact.court_case as court on court.case_no = source_row.case_no
    where mention.source = 'S06' and mention.role = '被告' and court.case_kind = '刑事' and court.closed_on is not null
),
judged as (
    select transfer.case_no, min(criminal_trial.closed_on) as judged_on
    from transfer
    inner join party_of_case on party_of_case.case_no = transfer.case_no
    inner join criminal_trial
        on criminal_trial.party_key = party_of_case.party_key
        and criminal_trial.filed_on > transfer.transferred_on
    group by transfer.case_no
),
staged as (
    select
        candidate.*,
        coalesce(transfer.transfers, 0) as transfers,
        if(transfer.transferred_on <= run.period_through, transfer.transferred_on, null) as transferred_on,
        if(transfer.received_on <= run.period_through, transfer.received_on, null) as received_on,
        if(transfer.filed_on <= run.period_through, transfer.filed_on, null) as filed_on,
        if(prosecuted.prosecuted_on <= run.period_through, prosecuted.prosecuted_on, null) as prosecuted_on,
        if(judged.judged_on <= run.period_through, judged.judged_on, null) as judged_on,
        transfer.last_decision,
        run.period_through
    from candidate
    cross join run
    left join transfer on transfer.case_no = candidate.case_no
    left join prosecuted on prosecuted.case_no = candidate.case_no
    left join judged on judged.case_no = candidate.case_no
),
final as (
    select
        case_no,
        region_code,
        handling_org,
        violation,
        ip_type,
        goods_value_yuan,
        illegal_gain_yuan,
        is_threshold_reached,
        threshold_ids,
        crimes,
        transfers,
        decided_on as reached_on,
        transferred_on,
        received_on,
        filed_on,
        prosecuted_on,
        judged_on,
        if(judged_on is null, null, '同一主体代码，须核对') as judged_by,
        case
            when judged_on is not null then 'judged'
            when prosecuted_on is not null then 'prosecuted'
            when filed_on is not null then 'filed'
            when last_decision in ('不予立案', '退回补正', '转办') then 'not_filed'
            when received_on is not null then 'received'
            when transferred_on is not null then 'transferred'
            else 'reached'
        end as stage,
        last_decision,
        datediff(transferred_on, decided_on) as days_to_transfer,
        datediff(received_on, transferred_on) as days_to_receipt,
        datediff(filed_on, received_on) as days_to_filing,
        datediff(prosecuted_on, filed_on) as days_to_prosecution,
        datediff(judged_on, coalesce(prosecuted_on, filed_on)) as days_to_judgment,
        if(
            judged_on is null,
            datediff(period_through, greatest(decided_on, transferred_on, received_on, filed_on, prosecuted_on)),
            null
        ) as days_in_stage,
        is_suspected_untransferred,
        submission,
        source_file,
        sheet,
        row_number
    from staged
)
select * from final
