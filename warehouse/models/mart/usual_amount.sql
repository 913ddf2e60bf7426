-- 每个金额列以往大致多少（元）：大于 0 的金额的第 1 和第 99 百分位（最近秩）及个数。接收时据此怀疑元与万元混用（D37）。
-- 全市累计数（S17）逐期增长，没有“通常”的水平，不在其内。新增金额列时在此加一行。
with
penalty_publication_amount as (
    select 'S01' as source, stack(2, 'fine_yuan', cast(fine_yuan as decimal(20, 2)), 'confiscated_yuan', cast(confiscated_yuan as decimal(20, 2))) as (column_name, amount)
    from current.penalty_publication
),
penalty_case_amount as (
    select 'S02' as source, stack(4, 'goods_value_yuan', cast(goods_value_yuan as decimal(20, 2)), 'illegal_gain_yuan', cast(illegal_gain_yuan as decimal(20, 2)), 'fine_yuan', cast(fine_yuan as decimal(20, 2)), 'conf_gain_yuan', cast(conf_gain_yuan as decimal(20, 2))) as (column_name, amount)
    from current.penalty_case
),
complaint_amount as (
    select 'S04' as source, stack(2, 'dispute_amount', cast(dispute_amount as decimal(20, 2)), 'recovered', cast(recovered as decimal(20, 2))) as (column_name, amount)
    from current.complaint
),
report_amount as (
    select 'S05' as source, stack(1, 'reward', cast(reward as decimal(20, 2))) as (column_name, amount)
    from current.report
),
court_case_amount as (
    select 'S06' as source, stack(3, 'claim', cast(claim as decimal(20, 2)), 'award', cast(award as decimal(20, 2)), 'criminal_fine', cast(criminal_fine as decimal(20, 2))) as (column_name, amount)
    from current.court_case
),
execution_case_amount as (
    select 'S07' as source, stack(2, 'target', cast(target as decimal(20, 2)), 'received', cast(received as decimal(20, 2))) as (column_name, amount)
    from current.execution_case
),
police_case_amount as (
    select 'S09' as source, stack(1, 'amount_yuan', cast(amount_yuan as decimal(20, 2))) as (column_name, amount)
    from current.police_case
),
criminal_transfer_amount as (
    select 'S10' as source, stack(1, 'amount', cast(amount as decimal(20, 2))) as (column_name, amount)
    from current.criminal_transfer
),
gi_user_amount as (
    select 'S15' as source, stack(1, 'output_yuan', cast(output_yuan as decimal(20, 2))) as (column_name, amount)
    from current.gi_user
),
mediation_amount as (
    select 'S19' as source, stack(2, 'claim', cast(claim as decimal(20, 2)), 'agreed', cast(agreed as decimal(20, 2))) as (column_name, amount)
    from current.mediation
),
overseas_record_amount as (
    select 'S22' as source, stack(4, 'premium', cast(premium as decimal(20, 2)), 'insured', cast(insured as decimal(20, 2)), 'subsidy', cast(subsidy as decimal(20, 2)), 'fund_yuan', cast(fund_yuan as decimal(20, 2))) as (column_name, amount)
    from current.overseas_record
),
budget_equipment_amount as (
    select 'S25' as source, stack(3, 'budget_yuan', cast(budget_yuan as decimal(20, 2)), 'adj_yuan', cast(adj_yuan as decimal(20, 2)), 'spent_yuan', cast(spent_yuan as decimal(20, 2))) as (column_name, amount)
    from current.budget_equipment
),
party_register_amount as (
    select 'S27' as source, stack(1, 'capital_yuan', cast(capital_yuan as decimal(20, 2))) as (column_name, amount)
    from current.party_register
),
stated as (
    select source, column_name, amount from penalty_publication_amount
    union all
    select source, column_name, amount from penalty_case_amount
    union all
    select source, column_name, amount from complaint_amount
    union all
    select source, column_name, amount from report_amount
    union all
    select source, column_name, amount from court_case_amount
    union all
    select source, column_name, amount from execution_case_amount
    union all
    select source, column_name, amount from police_case_amount
    union all
    select source, column_name, amount from criminal_transfer_amount
    union all
    select source, column_name, amount from gi_user_amount
    union all
    select source, column_name, amount from mediation_amount
    union all
    select source, column_name, amount from overseas_record_amount
    union all
    select source, column_name, amount from budget_equipment_amount
    union all
    select source, column_name, amount from party_register_amount
),
final as (
    select
        source,
        column_name,
        cast(percentile_disc(0.01) within group (order by amount) as decimal(20, 2)) as low_yuan,
        cast(percentile_disc(0.99) within group (order by amount) as decimal(20, 2)) as high_yuan,
        count(*) as amounts
    from stated
    where amount > 0
    group by source, column_name
)
select * from final
