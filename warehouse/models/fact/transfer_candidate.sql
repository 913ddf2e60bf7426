-- 每件应进入行刑衔接平台的行政案件一行（S02×S10）：货值或违法所得达到决定当日有效的追诉标准参数，或台账写明已移送。
-- 只出预警，不定性：数额标准之外的情节（件数、再犯、两种以上权利）台账没有，达不到数额的也可能应当移送。
with
threshold as (
    select
        threshold_id,
        violation,
        crime,
        measure,
        cast(amount_yuan as decimal(18, 2)) as amount_yuan,
        cast(valid_from as date) as valid_from,
        coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_prosecution_thresholds
    where amount_yuan is not null
),
penalty as (
    select *
    from fact.penalty_case
    where is_ip_case and is_penalty
),
reached as (
    select
        penalty.case_no,
        array_join(array_sort(collect_set(threshold.threshold_id)), ';') as threshold_ids,
        array_join(array_sort(collect_set(threshold.crime)), ';') as crimes
    from penalty
    inner join threshold
        on threshold.violation = penalty.violation
        and penalty.decided_on between threshold.valid_from and threshold.valid_through
        and case threshold.measure
            when '货值' then penalty.goods_value_yuan >= threshold.amount_yuan
            when '违法所得' then penalty.illegal_gain_yuan >= threshold.amount_yuan
        end
    group by penalty.case_no
),
final as (
    select
        penalty.case_no,
        penalty.region_code,
        penalty.handling_org,
        penalty.violation,
        penalty.ip_type,
        penalty.decided_on,
        penalty.goods_value_yuan,
        penalty.illegal_gain_yuan,
        reached.case_no is not null as is_threshold_reached,
        reached.threshold_ids,
        reached.crimes,
        penalty.is_said_transferred,
        penalty.is_transfer_recorded,
        reached.case_no is not null and not penalty.is_said_transferred and not penalty.is_transfer_recorded as is_suspected_untransferred,
        penalty.submission,
        penalty.source_file,
        penalty.sheet,
        penalty.row_number
    from penalty
    left join reached on reached.case_no = penalty.case_no
    where reached.case_no is not null or penalty.is_said_transferred or penalty.is_transfer_recorded
)
select * from final
