-- 每件检察案件一行（S08），件与人并列。来源没有审查逮捕的决定日，批捕、不捕按受理审查逮捕日期归期；
-- 监督立案、撤案也没有日期，按最早的受理日期归期，都没有的按报送截止日并标记。
with
run as (select district_code from run_parameters),
calendar as (select day, working_ordinal, unconfirmed_ordinal from dimension.calendar_day),
crime as (select distinct code, ip = '1' as is_ip from codelist_crimes),
procuratorate_case as (
    select
        case_no,
        crime,
        persons,
        arrest_recv as arrest_received_on,
        arrest_yes as arrested_persons,
        arrest_no as unarrested_persons,
        pros_recv as prosecution_received_on,
        pros_date as prosecuted_on,
        pros_persons as prosecuted_persons,
        nonpros as nonprosecution,
        aggregate(
            transform(regexp_extract_all(nonpros, '(\\d+)', 1), number -> cast(number as bigint)), 0L, (sum, number) -> sum + number
        ) as nonprosecution_sum,
        size(regexp_extract_all(nonpros, '(\\d+)', 1)) as nonprosecution_numbers,
        coalesce(returns, 0) as returns,
        coalesce(sup_file, 0) as supervised_filings,
        coalesce(sup_drop, 0) as supervised_withdrawals,
        proposal_no,
        as_of,
        submission,
        source_file,
        sheet,
        row_number
    from current.procuratorate_case
),
final as (
    select
        procuratorate_case.case_no,
        concat(run.district_code, '000') as region_code,
        procuratorate_case.crime,
        coalesce(crime.is_ip, false) as is_ip_crime,
        procuratorate_case.persons,
        procuratorate_case.arrest_received_on,
        procuratorate_case.arrested_persons,
        procuratorate_case.unarrested_persons,
        procuratorate_case.prosecution_received_on,
        procuratorate_case.prosecuted_on,
        procuratorate_case.prosecuted_persons,
        procuratorate_case.nonprosecution,
        case
            when procuratorate_case.nonprosecution is null then 0
            when procuratorate_case.nonprosecution_numbers > 0 then procuratorate_case.nonprosecution_sum
            when procuratorate_case.nonprosecution = '无' then 0
        end as nonprosecuted_persons,
        procuratorate_case.returns,
        datediff(procuratorate_case.prosecuted_on, procuratorate_case.prosecution_received_on) as review_days,
        decided.working_ordinal - received.working_ordinal as review_working_days,
        coalesce(decided.unconfirmed_ordinal > received.unconfirmed_ordinal, false) as is_working_days_provisional,
        procuratorate_case.supervised_filings,
        procuratorate_case.supervised_withdrawals,
        coalesce(
            least(procuratorate_case.arrest_received_on, procuratorate_case.prosecution_received_on), procuratorate_case.as_of
        ) as supervised_on,
        procuratorate_case.arrest_received_on is null and procuratorate_case.prosecution_received_on is null as is_dated_by_report,
        procuratorate_case.proposal_no,
        procuratorate_case.submission,
        procuratorate_case.source_file,
        procuratorate_case.sheet,
        procuratorate_case.row_number
    from procuratorate_case
    cross join run
    left join crime on crime.code = procuratorate_case.crime
    left join calendar as received on received.day = procuratorate_case.prosecution_received_on
    left join calendar as decided on decided.day = procuratorate_case.prosecuted_on
)
select * from final
