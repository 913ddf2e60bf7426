-- 威慑力（问题九），每季一行：罚没 ÷ 案值、判赔 ÷ 诉请、惩罚性赔偿、处罚后 12 个月内再犯。系列案折算为一件。
-- 处罚：有效的知识产权处罚，并案、分案归主案（linked.main_case）；同一文号在几行里的金额只算一次。罚没 ÷ 案值只算写明案值的主案。
-- 判赔：民事一审判决、有诉请额并写明判赔额（0 也算写明）；同一原告、同一案由、立案相隔不超过 court_series_days 日的为一个系列。
-- 再犯：受罚后 12 个月内又立案、且后来受到有效处罚；12 个月未满的季度不算（没有再犯与还没到时候是两回事）。在办的未计入。
with
run as (select period_from, period_through, reoffence_months, court_series_days, deterrence_least_cases from run_parameters),
quarter as (
    select
        quarter_starts_on,
        date_add(add_months(quarter_starts_on, 3), -1) as quarter_ends_on
    from run
    lateral view explode(sequence(cast(date_trunc('quarter', period_from) as date), period_through, interval 3 month)) as quarter_starts_on
    where date_add(add_months(quarter_starts_on, 3), -1) <= period_through
),
mention as (
    select row_key, min(party_key) as party_key
    from linked.party_mention
    where source = 'S02' and role = '当事人'
    group by row_key
),
decision as (
    select
        main.main_case_no,
        coalesce(penalty.decision_no, penalty.case_no) as decision_no,
        min(coalesce(mention.party_key, penalty.party_key)) as party_key,
        min(penalty.counted_on) as counted_on,
        min(penalty.decided_on) as decided_on,
        max(coalesce(penalty.fine_yuan, 0)) + max(coalesce(penalty.confiscated_yuan, 0)) as fined_yuan,
        max(penalty.goods_value_yuan) as goods_value_yuan
    from fact.penalty_case as penalty
    inner join linked.main_case as main on main.case_no = penalty.case_no
    left join mention on mention.row_key = penalty.case_no
    where penalty.is_ip_case and penalty.is_effective_penalty and penalty.decided_on is not null
    group by main.main_case_no, coalesce(penalty.decision_no, penalty.case_no)
),
penalty as (
    select
        main_case_no,
        min(party_key) as party_key,
        min(counted_on) as counted_on,
        min(decided_on) as decided_on,
        sum(fined_yuan) as fined_yuan,
        if(count(goods_value_yuan) = count(1), sum(goods_value_yuan), null) as goods_value_yuan
    from decision
    group by main_case_no
),
punished as (
    select
        cast(date_trunc('quarter', decided_on) as date) as quarter_starts_on,
        count(*) as penalties,
        sum(fined_yuan) as fined_yuan,
        count(if(goods_value_yuan > 0, 1, null)) as valued_penalties,
        sum(if(goods_value_yuan > 0, fined_yuan, 0)) as valued_fined_yuan,
        sum(if(goods_value_yuan > 0, goods_value_yuan, 0)) as goods_value_yuan
    from penalty
    group by date_trunc('quarter', decided_on)
),
first_of_quarter as (
    select cast(date_trunc('quarter', decided_on) as date) as quarter_starts_on, party_key, min(decided_on) as decided_on
    from penalty
    group by date_trunc('quarter', decided_on), party_key
),
followed as (
    select
        first_of_quarter.quarter_starts_on,
        first_of_quarter.party_key,
        count(again.main_case_no) > 0 as is_again
    from first_of_quarter
    cross join run
    left join penalty as again
        on
            again.party_key = first_of_quarter.party_key
            and again.counted_on > first_of_quarter.decided_on
            and again.counted_on <= add_months(first_of_quarter.decided_on, run.reoffence_months)
    group by first_of_quarter.quarter_starts_on, first_of_quarter.party_key
),
reoffended as (
    select quarter_starts_on, count(*) as parties, count(if(is_again, 1, null)) as parties_again
    from followed
    group by quarter_starts_on
),
plaintiff as (
    select row_key, min(party_key) as party_key
    from linked.party_mention
    where source = 'S06' and role = '原告'
    group by row_key
),
civil as (
    select
        court.*,
        coalesce(plaintiff.party_key, concat('CASE:', court.case_no)) as plaintiff_key
    from fact.court_case as court
    left join plaintiff on plaintiff.row_key = court.case_no
    where court.is_ip_trial and court.case_kind = '民事' and court.instance = '一审' and court.close_way = '判决'
),
stepped as (
    select
        civil.*,
        if(
            datediff(civil.filed_on, lag(civil.filed_on) over (partition by civil.plaintiff_key, civil.cause order by civil.filed_on, civil.case_no))
            <= run.court_series_days,
            0,
            1
        ) as begins
    from civil
    cross join run
),
serial as (
    select
        *,
        concat_ws(
            '|', plaintiff_key, cause,
            sum(begins) over (partition by plaintiff_key, cause order by filed_on, case_no rows between unbounded preceding and current row)
        ) as series_key
    from stepped
),
series as (
    select
        cast(date_trunc('quarter', closed_on) as date) as quarter_starts_on,
        series_key,
        count(*) as cases,
        sum(claim_yuan) as claim_yuan,
        sum(award_yuan) as award_yuan
    from serial
    where closed_on is not null and claim_yuan > 0 and award_yuan is not null
    group by date_trunc('quarter', closed_on), series_key
),
judged as (
    select
        quarter_starts_on,
        sum(cases) as judged_cases,
        count(*) as judged_series,
        sum(claim_yuan) as claim_yuan,
        sum(award_yuan) as award_yuan,
        percentile_cont(0.5) within group (order by award_yuan / claim_yuan * 100) as median_award_percent
    from series
    group by quarter_starts_on
),
unstated as (
    select cast(date_trunc('quarter', closed_on) as date) as quarter_starts_on, count(*) as unstated_cases
    from serial
    where closed_on is not null and (coalesce(claim_yuan, 0) <= 0 or award_yuan is null)
    group by date_trunc('quarter', closed_on)
),
punitive as (
    select
        cast(date_trunc('quarter', effective_on) as date) as quarter_starts_on,
        count(distinct series_key) as punitive_series,
        count(*) as punitive_cases
    from serial
    where is_punitive and effective_on is not null
    group by date_trunc('quarter', effective_on)
),
measured as (
    select
        quarter.quarter_starts_on,
        quarter.quarter_ends_on,
        coalesce(punished.penalties, 0) as penalties,
        coalesce(punished.fined_yuan, 0) as fined_yuan,
        coalesce(punished.valued_penalties, 0) as valued_penalties,
        coalesce(punished.goods_value_yuan, 0) as goods_value_yuan,
        punished.valued_fined_yuan / nullif(punished.goods_value_yuan, 0) as fined_to_value,
        coalesce(judged.judged_cases, 0) as judged_cases,
        coalesce(judged.judged_series, 0) as judged_series,
        coalesce(unstated.unstated_cases, 0) as unstated_cases,
        coalesce(judged.claim_yuan, 0) as claim_yuan,
        coalesce(judged.award_yuan, 0) as award_yuan,
        judged.award_yuan * 100 / nullif(judged.claim_yuan, 0) as award_percent,
        judged.median_award_percent,
        coalesce(punitive.punitive_series, 0) as punitive_series,
        coalesce(punitive.punitive_cases, 0) as punitive_cases,
        coalesce(reoffended.parties, 0) as punished_parties,
        add_months(quarter.quarter_ends_on, run.reoffence_months) <= run.period_through as is_followed_up,
        if(
            add_months(quarter.quarter_ends_on, run.reoffence_months) <= run.period_through, coalesce(reoffended.parties_again, 0), null
        ) as parties_again,
        if(
            add_months(quarter.quarter_ends_on, run.reoffence_months) <= run.period_through,
            reoffended.parties_again * 100 / nullif(reoffended.parties, 0),
            null
        ) as reoffence_percent,
        coalesce(judged.judged_series, 0) < run.deterrence_least_cases as is_small_award_sample,
        coalesce(reoffended.parties, 0) < run.deterrence_least_cases as is_small_party_sample
    from quarter
    cross join run
    left join punished on punished.quarter_starts_on = quarter.quarter_starts_on
    left join judged on judged.quarter_starts_on = quarter.quarter_starts_on
    left join unstated on unstated.quarter_starts_on = quarter.quarter_starts_on
    left join punitive on punitive.quarter_starts_on = quarter.quarter_starts_on
    left join reoffended on reoffended.quarter_starts_on = quarter.quarter_starts_on
),
final as (
    select
        measured.*,
        coalesce(
            measured.reoffence_percent > lag(measured.reoffence_percent, 4) over (order by measured.quarter_starts_on)
            and measured.fined_to_value < lag(measured.fined_to_value, 4) over (order by measured.quarter_starts_on),
            false
        ) as is_weakening
    from measured
)
select * from final
