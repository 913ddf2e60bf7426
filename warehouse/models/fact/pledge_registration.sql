-- 每笔专利、商标质押登记一行（S37）。登记额不是放款额；注销不冲减登记额。
with
run as (select district_code from run_parameters),
final as (
    select
        pledge.reg_no,
        pledge.ip_type,
        coalesce(pledge.uscc, pledge.pledgor) as party_key,
        concat(run.district_code, '000') as region_code,
        pledge.reg_date as registered_on,
        pledge.cancel_date as cancelled_on,
        pledge.pledged_yuan,
        pledge.lent_yuan,
        pledge.submission,
        pledge.source_file,
        pledge.sheet,
        pledge.row_number
    from current.pledge_registration as pledge
    cross join run
)
select * from final
