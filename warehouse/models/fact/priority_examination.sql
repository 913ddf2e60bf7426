-- 每件优先审查或快速预审请求一行（S21）。推荐权在自治区，审查权在国家知识产权局；快速预审不经推荐，不算优先审查。
with
run as (select district_code from run_parameters),
final as (
    select
        request.app_no,
        request.ptype as patent_type,
        request.req as request_kind,
        request.req <> '快速预审' as is_priority,
        request.reason,
        concat(run.district_code, '000') as region_code,
        request.local_date as checked_on,
        request.recommend_date as recommended_on,
        request.notice_date as notified_on,
        request.agreed as decision,
        request.close_date as closed_on,
        request.result,
        if(request.agreed = '同意', datediff(request.close_date, request.notice_date), null) as days_to_close,
        request.submission,
        request.source_file,
        request.sheet,
        request.row_number
    from current.priority_examination as request
    cross join run
)
select * from final
