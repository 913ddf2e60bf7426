-- 每份检察建议一行（S29 中的检察建议）；罪名取自 S08 中写明该文号的案件。回复期限 L67 自发出之日起算。
with
run as (select district_code from run_parameters),
reply_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L67'),
calendar as (select day, next_working_on, unconfirmed_ordinal from dimension.calendar_day),
crime_of_proposal as (
    select
        translate(regexp_replace(proposal_no, '\\s', ''), '[]（）()【】', '〔〕〔〕〔〕〔〕') as proposal_key,
        min(crime) as crime
    from current.procuratorate_case
    where proposal_no is not null
    group by 1
),
proposal as (
    select
        `no` as proposal_no,
        translate(regexp_replace(`no`, '\\s', ''), '[]（）()【】', '〔〕〔〕〔〕〔〕') as proposal_key,
        title,
        org,
        start_date as sent_on,
        done_date as replied_on,
        result,
        submission,
        source_file,
        sheet,
        row_number
    from current.oversight_matter
    where kind = '检察建议'
),
with_limit as (
    select
        proposal.*,
        reply_limit.length,
        add_months(proposal.sent_on, cast(reply_limit.length as int)) as reply_ends_on
    from proposal
    left join reply_limit on proposal.sent_on between reply_limit.valid_from and reply_limit.valid_through
),
final as (
    select
        with_limit.proposal_no,
        concat(run.district_code, '000') as region_code,
        crime_of_proposal.crime,
        with_limit.title,
        with_limit.org,
        with_limit.sent_on,
        coalesce(due.next_working_on, with_limit.reply_ends_on) as reply_due_on,
        case
            when with_limit.length is null then 'not_configured'
            when due.next_working_on is null then 'unknown'
            when working_due.unconfirmed_ordinal > day_before.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as reply_limit_state,
        with_limit.replied_on,
        with_limit.result,
        coalesce(with_limit.result = '采纳', false) as is_adopted,
        coalesce(with_limit.result in ('采纳', '未采纳', '已办复'), false) as is_replied,
        with_limit.submission,
        with_limit.source_file,
        with_limit.sheet,
        with_limit.row_number
    from with_limit
    cross join run
    left join crime_of_proposal on crime_of_proposal.proposal_key = with_limit.proposal_key
    left join calendar as due on due.day = with_limit.reply_ends_on
    left join calendar as day_before on day_before.day = date_add(with_limit.reply_ends_on, -1)
    left join calendar as working_due on working_due.day = due.next_working_on
)
select * from final
