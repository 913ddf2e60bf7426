-- 每件工作一行（S99，测速）。
with
run as (select district_code from run_parameters),
item as (
    select
        reg_no,
        township,
        uscc,
        work_type,
        status,
        origin,
        registered_on,
        finished_on,
        coalesce(is_online, false) as is_online,
        amount_yuan,
        fine_yuan,
        goods_yuan,
        pieces,
        submission,
        source_file,
        sheet,
        row_number
    from current.work_item
),
final as (
    select
        item.reg_no,
        coalesce(item.township, concat(run.district_code, '000')) as region_code,
        item.uscc,
        item.work_type,
        item.status,
        item.origin,
        item.registered_on,
        item.finished_on,
        item.is_online,
        item.amount_yuan,
        item.fine_yuan,
        item.goods_yuan,
        item.pieces,
        item.submission,
        item.source_file,
        item.sheet,
        item.row_number
    from item
    cross join run
)
select * from final
