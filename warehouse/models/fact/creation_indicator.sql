-- 每年一行（S36）：年末有效发明专利，人口用上年末常住人口；上年没有报人口的为空，不用别的年份代替。
with
run as (select district_code from run_parameters),
final as (
    select
        cast(this_year.year as bigint) as indicator_year,
        make_date(cast(this_year.year as int), 12, 31) as year_ends_on,
        concat(run.district_code, '000') as region_code,
        this_year.high_value_patents,
        this_year.valid_patents,
        year_before.residents as residents_before,
        this_year.submission,
        this_year.source_file,
        this_year.sheet,
        this_year.row_number
    from current.creation_indicator as this_year
    cross join run
    left join current.creation_indicator as year_before on year_before.year = this_year.year - 1
)
select * from final
