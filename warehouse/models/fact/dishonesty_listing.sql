-- 每项列入决定一行（S12）。移出是状态，不是删除；列入被撤销或更正的自始不算（哪些移出方式如此，见 parameters.csv）。
with
run as (select district_code, void_delisting_pattern from run_parameters),
ip_reason as (select distinct code from codelist_dishonesty_reasons),
final as (
    select
        listing.basis_no,
        listing.uscc as party_key,
        concat(run.district_code, '000') as region_code,
        listing.reason,
        listing.ip_type,
        listing.ip_type is not null or ip_reason.code is not null as is_ip,
        listing.in_date as listed_on,
        listing.in_org as listed_by,
        listing.pub_date as published_on,
        listing.measures is not null as is_sanctioned,
        listing.fb_org as feedback_by,
        listing.fb_date as feedback_on,
        listing.out_date as removed_on,
        listing.out_type as removal_kind,
        coalesce(listing.out_type rlike run.void_delisting_pattern, false) as is_void,
        listing.repair_apply as repair_applied_on,
        listing.repair_date as repaired_on,
        listing.submission,
        listing.source_file,
        listing.sheet,
        listing.row_number
    from current.dishonesty_listing as listing
    cross join run
    left join ip_reason on ip_reason.code = listing.reason
)
select * from final
