-- 每条绿色通道记录一行（S23）：展会本身一行（没有案件编号），展会、电商、进出口的案件各一行。快办不是简易程序。
-- 知识产权类型与乡镇取自台账中同编号的案件。
with
run as (select district_code from run_parameters),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
ledger as (select case_no, township, ip_type from current.penalty_case),
record as (
    select
        row_key as record_key,
        kind,
        expo,
        from_date as from_on,
        to_date as through_on,
        onsite as is_onsite,
        exhibitors,
        case_no,
        to_date(from_utc_timestamp(recv_time, 'Asia/Shanghai')) as received_on,
        to_date(from_utc_timestamp(close_time, 'Asia/Shanghai')) as closed_on,
        coalesce(fast, false) as is_fast,
        fast is null as is_fast_not_stated,
        result,
        submission,
        source_file,
        sheet,
        row_number
    from current.fast_channel
),
final as (
    select
        record.record_key,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        record.kind,
        record.expo,
        record.from_on,
        record.through_on,
        record.is_onsite,
        record.exhibitors,
        record.case_no,
        record.case_no is not null as is_case,
        ledger.ip_type,
        record.received_on,
        record.closed_on,
        datediff(record.closed_on, record.received_on) as took_days,
        record.is_fast,
        record.is_fast_not_stated,
        record.result,
        record.submission,
        record.source_file,
        record.sheet,
        record.row_number
    from record
    cross join run
    left join ledger on ledger.case_no = record.case_no
    left join township on township.region_code = ledger.township
)
select * from final
