-- 每条预警一行，来自 control.warning（没有此表时为空）。误报单列，不进处置率。
with
run as (select district_code from run_parameters),
final as (
    select
        warning.warning_id,
        warning.rule,
        warning.raised_on,
        warning.due_on,
        warning.state,
        warning.handled_on,
        coalesce(warning.is_false_alarm, false) as is_false_alarm,
        coalesce(warning.region_code, concat(run.district_code, '000')) as region_code,
        warning.owner,
        'control' as submission,
        'control.warning' as source_file,
        '' as sheet,
        cast(0 as bigint) as row_number
    from ledger_warning as warning
    cross join run
)
select * from final
