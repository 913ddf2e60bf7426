-- 行政区划：宁夏到县级、中卫到乡级，另加“乡镇不详”，使乡镇之和恒等于全区
with
run as (select district_code from run_parameters),
listed as (
    select code as region_code, name, level, parent_code
    from reference_regions
),
unknown_township as (
    select concat(run.district_code, '000') as region_code, '乡镇不详' as name, '不详' as level, run.district_code as parent_code
    from run
),
final as (
    select region_code, name, level, parent_code from listed
    union all
    select region_code, name, level, parent_code from unknown_township
)
select * from final
