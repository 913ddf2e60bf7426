-- 每批次 × 申请号一行（S28）。一个批次归于它下发的那一天（该批最早的下发日期）；次年才撤回的不回填到上一年的批次。
-- 没有乡镇栏：按申请人的登记住所归乡镇，对不上的归“乡镇不详”。
with
run as (select district_code from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
party as (select uscc, area from current.party_register),
filing as (
    select
        *,
        min(issue_date) over (partition by batch) as batch_issued_on
    from current.filing_check
),
final as (
    select
        filing.batch,
        filing.app_no,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        filing.kind,
        filing.uscc as party_key,
        filing.agency,
        filing.issue_date as issued_on,
        filing.batch_issued_on,
        filing.check_date as checked_on,
        filing.result,
        filing.withdraw_date as withdrawn_on,
        coalesce(filing.result = '主动撤回', false) as is_withdrawn,
        coalesce(filing.result = '主动撤回' and year(filing.withdraw_date) = year(filing.batch_issued_on), false) as is_withdrawn_in_year,
        coalesce(filing.result in ('申诉成立', '申诉中'), false) as is_appealed,
        filing.decision_no,
        filing.submission,
        filing.source_file,
        filing.sheet,
        filing.row_number
    from filing
    cross join run
    left join party on party.uscc = filing.uscc
    left join township on township.region_code = party.area
)
select * from final
