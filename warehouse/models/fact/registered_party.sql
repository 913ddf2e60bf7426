-- 每个经营主体 × 登记内容版本一行（S27 全量快照的历史）：任一日的在册主体＝当日有效、登记状态为在册的版本。
-- 首次全量快照以前的在册情况不得而知，不推算。其后首次出现的主体自成立日起在册；状态改为不在册、注明注销吊销日期的，自该日起退出；
-- 两者只在落在前后两次快照之间时采用，否则以快照的数据截止日为准。快照里整户消失的，自第一次缺席的快照起退出。
with
run as (
    select district_code, registered_status_pattern, ip_agency_industry_pattern, ip_agency_name_pattern
    from run_parameters
),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
first_snapshot as (select min(valid_from) as taken_on from history.party_register),
graded as (
    select uscc, min(inspect_date) as graded_on
    from current.inspection
    where risk_grade is not null
    group by uscc
),
version as (
    select
        uscc as party_key,
        name,
        etype as party_kind,
        area,
        industry,
        est_date as established_on,
        status,
        valid_from,
        valid_to,
        lag(valid_from) over spell as earlier_valid_from,
        lead(status) over spell as next_status,
        lead(valid_from) over spell as next_valid_from,
        lead(end_date) over spell as next_end_date,
        submission,
        source_file,
        sheet,
        row_number
    from history.party_register
    window spell as (partition by uscc order by valid_from)
),
dated as (
    select
        version.*,
        case
            when version.earlier_valid_from is null
                and version.established_on > first_snapshot.taken_on
                and version.established_on < version.valid_from
                then version.established_on
            else version.valid_from
        end as enters_on,
        case
            when version.next_valid_from = version.valid_to
                and not version.next_status rlike run.registered_status_pattern
                and version.next_end_date > version.valid_from
                and version.next_end_date < version.next_valid_from
                then version.next_end_date
            else version.valid_to
        end as leaves_on
    from version
    cross join first_snapshot
    cross join run
),
final as (
    select
        dated.party_key,
        dated.valid_from,
        dated.valid_to,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        dated.party_kind,
        dated.industry,
        dated.established_on,
        dated.status,
        coalesce(dated.status rlike run.registered_status_pattern, false) as is_registered,
        coalesce(dated.industry rlike run.ip_agency_industry_pattern, false)
            or coalesce(dated.name rlike run.ip_agency_name_pattern, false) as is_ip_agency,
        dated.enters_on,
        dated.leaves_on,
        greatest(dated.enters_on, graded.graded_on) as grade_known_on,
        graded.graded_on is not null as is_graded,
        dated.submission,
        dated.source_file,
        dated.sheet,
        dated.row_number
    from dated
    cross join run
    left join township on township.region_code = dated.area
    left join graded on graded.uscc = dated.party_key
)
select * from final
