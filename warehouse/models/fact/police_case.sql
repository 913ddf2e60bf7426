-- 公安刑事案件报送行（S09）。汇总行、分移送来源的汇总行和明细行用同一张表，计数时不得相加：
-- 每月每罪名只取一层（is_counted）：分来源的汇总合计等于总汇总（或没有总汇总）时取分来源，否则取总汇总，都没有时取明细。
-- 侵犯知识产权罪（213—219 之一）与双打口径的其他罪名（140 等）分开。统计期不是一个月的行（季、累计）不归月。
with
run as (select district_code from run_parameters),
crime as (select distinct code, article, ip = '1' as is_ip from codelist_crimes),
police_case as (
    select
        row_key,
        case_no,
        month,
        if(month rlike '^\\d{4}-\\d{2}$', to_date(concat(month, '-01')), null) as month_on,
        crime,
        source as origin,
        case
            when case_no is not null then 'detail'
            when source is not null then 'by_origin'
            else 'total'
        end as level,
        filed,
        solved,
        arrested,
        amount_yuan,
        dens,
        coalesce(get_json_object(extra, '$.estimated'), '') like '%amount_yuan%' as is_amount_estimated,
        submission,
        source_file,
        sheet,
        row_number
    from current.police_case
),
levelled as (
    select
        police_case.*,
        count(if(level = 'total', 1, null)) over same as totals,
        count(if(level = 'by_origin', 1, null)) over same as parts,
        sum(if(level = 'total', filed, 0)) over same = sum(if(level = 'by_origin', filed, 0)) over same
        and sum(if(level = 'total', solved, 0)) over same = sum(if(level = 'by_origin', solved, 0)) over same
        and sum(if(level = 'total', arrested, 0)) over same = sum(if(level = 'by_origin', arrested, 0)) over same as are_equal
    from police_case
    window same as (partition by month, crime)
),
final as (
    select
        levelled.row_key as police_row,
        levelled.case_no,
        concat(run.district_code, '000') as region_code,
        levelled.month,
        levelled.month_on,
        levelled.crime,
        crime.article,
        coalesce(crime.is_ip, false) as is_ip_crime,
        coalesce(not crime.is_ip, false) as is_other_counterfeit_crime,
        levelled.origin,
        levelled.level,
        levelled.level = case
            when levelled.parts > 0 and (levelled.totals = 0 or levelled.are_equal) then 'by_origin'
            when levelled.totals > 0 then 'total'
            else 'detail'
        end as is_counted,
        levelled.filed,
        levelled.solved,
        levelled.arrested,
        levelled.amount_yuan,
        levelled.is_amount_estimated,
        levelled.dens,
        levelled.submission,
        levelled.source_file,
        levelled.sheet,
        levelled.row_number
    from levelled
    cross join run
    left join crime on crime.code = levelled.crime
)
select * from final
