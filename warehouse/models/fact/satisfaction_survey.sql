-- 每年每个范围的一次满意度调查一行（S35）。全国、自治区的调查不下沉到区：只有以本区为范围的调查才是本区的得分。
with
run as (select district_code from run_parameters),
final as (
    select
        cast(survey.year as bigint) as survey_year,
        survey.area,
        survey.area = run.district_code as is_own,
        concat(run.district_code, '000') as region_code,
        survey.ended_on,
        survey.score,
        survey.samples,
        survey.submission,
        survey.source_file,
        survey.sheet,
        survey.row_number
    from current.satisfaction_survey as survey
    cross join run
)
select * from final
