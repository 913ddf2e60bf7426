-- 每个地理标志 × 用标主体一行（S15）：状态取最近一次发放记录，核准日取最早一次。
-- 状态已非有效而没有注销日期的，以报送截止日为退出日。
with
run as (select district_code from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
product as (
    select gi_name, max_by(product, valid_from) as product
    from dimension.gi_season
    group by gi_name
),
issuance as (
    select
        gi_name,
        uscc,
        gi_type,
        township,
        approve_date,
        status,
        cancel_date,
        issued,
        issue_date,
        as_of,
        submission,
        source_file,
        sheet,
        row_number,
        row_number() over (partition by gi_name, uscc order by issue_date desc, as_of desc, submission desc, sheet desc, row_number desc) as recency,
        min(approve_date) over (partition by gi_name, uscc) as first_approved_on,
        sum(issued) over (partition by gi_name, uscc) as issued_total
    from current.gi_user
),
final as (
    select
        issuance.gi_name,
        issuance.uscc as party_key,
        issuance.gi_type,
        product.product,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        issuance.first_approved_on as approved_on,
        issuance.status,
        case
            when issuance.cancel_date is not null then issuance.cancel_date
            when issuance.status <> '有效' then issuance.as_of
        end as left_on,
        issuance.issued_total,
        issuance.submission,
        issuance.source_file,
        issuance.sheet,
        issuance.row_number
    from issuance
    cross join run
    left join township on township.region_code = issuance.township
    left join product on product.gi_name = issuance.gi_name
    where issuance.recency = 1
)
select * from final
