-- 共享目录的每个数据集一行（sharing_catalogue.csv，类别须与约定一致）。无条件共享的应共享；有条件共享的，批准之后才应共享，
-- 批准之前另列；其余不在内。接入日 = 首次收到未被拒收的报送之日（北京时间）。
with
run as (select district_code from run_parameters),
received as (
    select
        source,
        min_by(
            struct(submission, source_file, to_date(from_utc_timestamp(received_at, 'Asia/Shanghai')) as received_on),
            struct(received_at, submission)
        ) as first
    from ledger_submission
    where verdict <> 'refused'
    group by source
),
catalogue as (
    select
        source,
        sharing_class,
        cast(listed_on as date) as listed_on,
        cast(approved_on as date) as approved_on,
        cast(file_line as bigint) as file_line
    from reference_sharing_catalogue
),
final as (
    select
        catalogue.source,
        catalogue.sharing_class,
        catalogue.sharing_class in ('无条件共享', '有条件共享') as is_shareable,
        catalogue.listed_on,
        catalogue.approved_on,
        case
            when catalogue.sharing_class = '无条件共享' then catalogue.listed_on
            when catalogue.sharing_class = '有条件共享' and catalogue.approved_on is not null
                then greatest(catalogue.listed_on, catalogue.approved_on)
        end as to_share_from_on,
        received.first.received_on as connected_on,
        concat(run.district_code, '000') as region_code,
        coalesce(received.first.submission, 'reference') as submission,
        coalesce(received.first.source_file, 'warehouse/reference/sharing_catalogue.csv') as source_file,
        '' as sheet,
        if(received.source is null, catalogue.file_line, 0) as row_number
    from catalogue
    cross join run
    left join received on received.source = catalogue.source
)
select * from final
