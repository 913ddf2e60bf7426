-- 同一被投诉主体（代码）的投诉（ip_only 为 1 时只看知识产权的）：近期窗口的件数和日均与前一段比较。数据起始不满整个比较期的不判断（见 W02.gaps.sql）。
-- 一个主体一条预警，依据是最近一次达到条件的窗口里的每件投诉。
with
run as (select period_through from run_parameters),
parameter as (
    select name, cast(value as int) as value, cast(valid_from as date) as valid_from, coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_warning_parameters
    where rule = 'W02'
),
party as (select party_key, name from linked.party),
target as (select reg_no, target_uscc, target_name from current.complaint),
complaint as (
    select complaint.*, target.target_uscc as party_key, target.target_name
    from fact.complaint as complaint
    inner join run on complaint.registered_on <= run.period_through
    inner join target on target.reg_no = complaint.reg_no
    inner join parameter as ip_only on ip_only.name = 'ip_only' and complaint.registered_on between ip_only.valid_from and ip_only.valid_through
    where (complaint.is_ip or ip_only.value = 0) and target.target_uscc is not null
),
coverage as (select min(registered_on) as starts_on from fact.complaint),
by_day as (
    select party_key, registered_on as day, count(*) as complaints
    from complaint
    group by party_key, registered_on
),
configured as (
    select
        by_day.party_key,
        by_day.day,
        window_days.value as window_days,
        base_days.value as base_days,
        least.value as least_complaints,
        times.value as times
    from by_day
    inner join parameter as window_days on window_days.name = 'window_days' and by_day.day between window_days.valid_from and window_days.valid_through
    inner join parameter as base_days on base_days.name = 'base_days' and by_day.day between base_days.valid_from and base_days.valid_through
    inner join parameter as least on least.name = 'least_complaints' and by_day.day between least.valid_from and least.valid_through
    inner join parameter as times on times.name = 'times' and by_day.day between times.valid_from and times.valid_through
),
measured as (
    select
        configured.party_key,
        configured.day,
        configured.window_days,
        configured.base_days,
        configured.least_complaints,
        configured.times,
        sum(if(other.day > date_sub(configured.day, configured.window_days), other.complaints, 0)) as recent,
        sum(if(other.day <= date_sub(configured.day, configured.window_days), other.complaints, 0)) as earlier
    from configured
    inner join by_day as other
        on
            other.party_key = configured.party_key
            and other.day <= configured.day
            and other.day > date_sub(configured.day, configured.window_days + configured.base_days)
    group by
        configured.party_key,
        configured.day,
        configured.window_days,
        configured.base_days,
        configured.least_complaints,
        configured.times
),
surge as (
    select measured.party_key, max_by(struct(measured.day, measured.window_days, measured.base_days, measured.recent, measured.earlier), measured.day) as latest
    from measured
    cross join coverage
    where
        measured.recent >= measured.least_complaints
        and measured.recent * measured.base_days >= measured.times * measured.earlier * measured.window_days
        and date_sub(measured.day, measured.window_days + measured.base_days - 1) >= coverage.starts_on
    group by measured.party_key
),
counted as (
    select
        complaint.*,
        surge.latest,
        first_value(complaint.target_name) over latest_first as last_name,
        first_value(complaint.region_code) over latest_first as last_region
    from surge
    inner join complaint
        on
            complaint.party_key = surge.party_key
            and complaint.registered_on <= surge.latest.day
            and complaint.registered_on > date_sub(surge.latest.day, surge.latest.window_days)
    window latest_first as (partition by complaint.party_key order by complaint.registered_on desc, complaint.reg_no desc)
),
final as (
    select
        counted.party_key as subject_key,
        coalesce(party.name, counted.last_name, counted.party_key) as subject,
        '' as case_key,
        '黄' as level,
        counted.last_region as region_code,
        cast(null as string) as owner,
        counted.latest.day as happened_on,
        cast(null as date) as due_on,
        concat(
            '截至', counted.latest.day, '的', counted.latest.window_days, '日内知识产权投诉', counted.latest.recent, '件，前',
            counted.latest.base_days, '日', counted.latest.earlier, '件'
        ) as summary,
        'complaint' as evidence_fact,
        counted.reg_no as evidence_key,
        '投诉' as role,
        counted.submission,
        counted.source_file,
        counted.sheet,
        counted.row_number,
        counted.reg_no,
        counted.registered_on,
        counted.issue_class,
        counted.channel
    from counted
    left join party on party.party_key = counted.party_key
)
select * from final
