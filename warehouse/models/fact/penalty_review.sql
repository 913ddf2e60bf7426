-- 每件已审结复议、诉讼的行政处罚一行（S02）。台账只有结果，没有审结日：取此结果第一次报来的数据截止日（历史版本），
-- 与实际审结日至多差一个报送周期。先维持、后撤销的，以现在的结果、它第一次报来的日子计，只计一次。
with
run as (select review_concluded_pattern, review_reversed_pattern from run_parameters),
first_told as (
    select case_no, review_result, min(valid_from) as told_on
    from history.penalty_case
    where review_result is not null
    group by case_no, review_result
),
final as (
    select
        penalty.case_no,
        penalty.region_code,
        penalty.ip_type,
        penalty.violation,
        penalty.stage,
        penalty.campaigns,
        penalty.handling_org,
        penalty.is_online,
        penalty.holder_country,
        penalty.is_ip_case,
        penalty.decided_on,
        penalty.review_result,
        first_told.told_on as concluded_known_on,
        penalty.review_result rlike run.review_reversed_pattern as is_reversed,
        penalty.submission,
        penalty.source_file,
        penalty.sheet,
        penalty.row_number
    from fact.penalty_case as penalty
    inner join run on penalty.review_result rlike run.review_concluded_pattern
    left join first_told on first_told.case_no = penalty.case_no and first_told.review_result = penalty.review_result
)
select * from final
