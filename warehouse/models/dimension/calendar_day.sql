-- working_ordinal：截至当日（含）的工作日序号。期限 n 个工作日的届满日 = 序号(事件日)+n 的工作日，事件当日不计。
-- unconfirmed_ordinal：截至当日（含）落在“宁夏地方假日未录入”年份的天数；两日之差大于 0 即跨越了未录入的年份，期限为暂定。
with
national as (
    select cast(day as date) as day, cast(weekday as bigint) as weekday, day_type, holiday, cast(is_working_national as boolean) as is_working_national
    from reference_calendar
),
local_holiday as (
    select cast(day as date) as day, holiday
    from reference_ningxia_holidays
    where day is not null
),
unconfirmed_year as (
    select distinct cast(year as int) as year
    from reference_ningxia_holidays
    where state = 'missing'
),
marked as (
    select
        national.day,
        national.weekday,
        national.day_type,
        coalesce(local_holiday.holiday, national.holiday) as holiday,
        national.is_working_national and local_holiday.day is null as is_working,
        unconfirmed_year.year is null as is_confirmed
    from national
    left join local_holiday on local_holiday.day = national.day
    left join unconfirmed_year on unconfirmed_year.year = year(national.day)
),
final as (
    select
        day,
        weekday,
        day_type,
        holiday,
        is_working,
        is_confirmed,
        sum(if(is_working, 1, 0)) over (order by day rows between unbounded preceding and current row) as working_ordinal,
        sum(if(is_confirmed, 0, 1)) over (order by day rows between unbounded preceding and current row) as unconfirmed_ordinal,
        min(if(is_working, day, null)) over (order by day rows between current row and unbounded following) as next_working_on
    from marked
)
select * from final
