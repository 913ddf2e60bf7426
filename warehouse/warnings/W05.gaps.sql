with
violation as (select distinct violation, measure from reference_prosecution_thresholds where amount_yuan is not null),
penalty as (select * from fact.penalty_case where is_ip_case and is_penalty),
final as (
    select '达到参数、没有移送记录，但没有结案日期，宽限期无从起算' as gap, count(*) as gap_rows
    from fact.transfer_candidate as candidate
    inner join penalty on penalty.case_no = candidate.case_no
    where candidate.is_suspected_untransferred and penalty.closed_on is null
    having count(*) > 0
    union all
    select '违法行为有数额参数，而台账没有货值也没有违法所得' as gap, count(distinct penalty.case_no) as gap_rows
    from penalty
    inner join violation on violation.violation = penalty.violation
    where penalty.goods_value_yuan is null and penalty.illegal_gain_yuan is null
    having count(*) > 0
)
select * from final
