-- 每个数据集 × 报送月一行：按合同应报什么、何时到期、是否按期。零报也算报；以首次合格报送日计。
with
run as (select district_code from run_parameters),
final as (
    select
        expected.source,
        expected.month,
        expected.owners,
        concat(run.district_code, '000') as region_code,
        last_day(cast(concat(expected.month, '-01') as date)) as month_ends_on,
        cast(expected.due_on as date) as due_on,
        expected.state,
        'contract' as submission,
        concat('etl/contracts/', expected.source) as source_file,
        '' as sheet,
        cast(0 as bigint) as row_number
    from ledger_expected_report as expected
    cross join run
)
select * from final
