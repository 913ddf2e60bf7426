-- 投诉举报双登记、12345 与 12315 转办重复（D62）：只出候选。凭转办原号（表中合同之外的列，列名见参数 original_number_columns），
-- 或同一电话（令牌）＋同一主体（信用代码，没有时为名称）＋登记日相差不超过 double_registration_days 天。
with
run as (select double_registration_days, original_number_columns from run_parameters),
registered as (
    select 'S04' as source, reg_no as no, reg_time, phone_token as phone, coalesce(target_uscc, target_name) as target, channel, extra,
        submission, source_file, sheet, row_number
    from current.complaint
    union all
    select 'S05', report_no, reg_time, reporter_phone_token, coalesce(target_uscc, target_name), null, extra,
        submission, source_file, sheet, row_number
    from current.report
),
request as (
    select
        source,
        no,
        reg_time,
        to_date(from_utc_timestamp(reg_time, 'Asia/Shanghai')) as registered_on,
        phone,
        regexp_replace(target, '[\\s（）()]', '') as target,
        coalesce(channel = '转办', false) as is_forwarded,
        array_max(
            transform(
                split(run.original_number_columns, '[|]'),
                header -> nullif(trim(element_at(from_json(get_json_object(extra, '$.columns'), 'map<string,string>'), header)), '')
            )
        ) as original_no,
        submission,
        source_file,
        sheet,
        row_number
    from registered
    cross join run
),
by_number as (
    select
        if(struct(a.reg_time, a.source, a.no) < struct(b.reg_time, b.source, b.no), a.source, b.source) as first_source,
        if(struct(a.reg_time, a.source, a.no) < struct(b.reg_time, b.source, b.no), a.no, b.no) as first_no,
        if(struct(a.reg_time, a.source, a.no) < struct(b.reg_time, b.source, b.no), b.source, a.source) as second_source,
        if(struct(a.reg_time, a.source, a.no) < struct(b.reg_time, b.source, b.no), b.no, a.no) as second_no,
        '转办原号相同' as evidence
    from request as a
    inner join request as b on b.original_no = a.no and not (a.source = b.source and a.no = b.no)
    union all
    select a.source, a.no, b.source, b.no, '转办原号相同'
    from request as a
    inner join request as b on b.original_no = a.original_no and struct(a.reg_time, a.source, a.no) < struct(b.reg_time, b.source, b.no)
),
by_phone as (
    select a.source as first_source, a.no as first_no, b.source as second_source, b.no as second_no, '同一电话、同一主体、登记日相近' as evidence
    from request as a
    inner join request as b
        on b.phone = a.phone and b.target = a.target and struct(a.reg_time, a.source, a.no) < struct(b.reg_time, b.source, b.no)
    cross join run
    where datediff(b.registered_on, a.registered_on) <= run.double_registration_days
),
pair as (
    select first_source, first_no, second_source, second_no, array_join(array_sort(collect_set(evidence)), '；') as evidence
    from (select * from by_number union all select * from by_phone)
    group by first_source, first_no, second_source, second_no
),
final as (
    select
        pair.first_source,
        pair.first_no,
        pair.second_source,
        pair.second_no,
        case
            when pair.first_source <> pair.second_source then '投诉举报双登记'
            when a.is_forwarded or b.is_forwarded or contains(pair.evidence, '转办原号') then '转办重复'
            else '同类重复'
        end as kind,
        abs(datediff(b.registered_on, a.registered_on)) as days_apart,
        pair.evidence,
        b.submission,
        b.source_file,
        b.sheet,
        b.row_number
    from pair
    inner join request as a on a.source = pair.first_source and a.no = pair.first_no
    inner join request as b on b.source = pair.second_source and b.no = pair.second_no
)
select * from final
