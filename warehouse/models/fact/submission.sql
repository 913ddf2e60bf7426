-- 每个报送文件一行；入湖日期按北京时间
with
run as (select district_code from run_parameters),
final as (
    select
        ledger.submission,
        ledger.source,
        concat(run.district_code, '000') as region_code,
        to_date(from_utc_timestamp(ledger.received_at, 'Asia/Shanghai')) as received_on,
        ledger.as_of,
        ledger.verdict,
        ledger.rows_read,
        ledger.accepted,
        ledger.quarantined,
        ledger.repeated,
        ledger.source_file,
        '' as sheet,
        cast(0 as bigint) as row_number
    from ledger_submission as ledger
    cross join run
)
select * from final
