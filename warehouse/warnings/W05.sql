-- 达到决定当日有效的追诉标准参数、没有移送记录的案件（fact.transfer_candidate），结案满 grace_days 日。只提示，不定性。
with
run as (select period_through from run_parameters),
grace as (
    select cast(value as int) as days, cast(valid_from as date) as valid_from, coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_warning_parameters
    where rule = 'W05' and name = 'grace_days'
),
unit as (select unit_id from dimension.unit),
penalty as (select case_no, closed_on, party_key from fact.penalty_case),
party as (select party_key, name from linked.party),
waiting as (
    select candidate.*, penalty.closed_on, penalty.party_key, date_add(penalty.closed_on, grace.days) as waited_until
    from fact.transfer_candidate as candidate
    inner join penalty on penalty.case_no = candidate.case_no
    inner join grace on penalty.closed_on between grace.valid_from and grace.valid_through
    where candidate.is_suspected_untransferred
),
final as (
    select
        waiting.case_no as subject_key,
        waiting.case_no as subject,
        '' as case_key,
        '红' as level,
        waiting.region_code,
        unit.unit_id as owner,
        waiting.waited_until as happened_on,
        cast(null as date) as due_on,
        concat(
            coalesce(party.name, '当事人'), '，达到追诉标准参数', waiting.threshold_ids, '（', waiting.crimes, '），', waiting.closed_on,
            '结案，至', waiting.waited_until, '没有移送记录；请核实是否应当移送'
        ) as summary,
        'transfer_candidate' as evidence_fact,
        waiting.case_no as evidence_key,
        '达到参数的案件' as role,
        waiting.submission,
        waiting.source_file,
        waiting.sheet,
        waiting.row_number,
        waiting.case_no,
        waiting.decided_on,
        waiting.closed_on,
        waiting.goods_value_yuan,
        waiting.illegal_gain_yuan,
        waiting.threshold_ids,
        waiting.crimes
    from waiting
    inner join run on waiting.waited_until <= run.period_through
    left join unit on unit.unit_id = waiting.handling_org
    left join party on party.party_key = waiting.party_key
)
select * from final
