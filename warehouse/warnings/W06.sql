-- 以公安接收回执起算，L19 的届满日在 fact.criminal_transfer 里；没有回执的自移送日起算同样天数，只提示黄。
with
run as (select period_through from run_parameters),
police_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L19' and unit = '日'),
parameter as (
    select name, cast(value as int) as value, cast(valid_from as date) as valid_from, coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
    from reference_warning_parameters
    where rule = 'W06'
),
unit as (select unit_id from dimension.unit),
waiting as (
    select transfer.*, coalesce(transfer.accepted_on, transfer.transferred_on) as starts_on
    from fact.criminal_transfer as transfer
    inner join run on coalesce(transfer.accepted_on, transfer.transferred_on) <= run.period_through
    where transfer.decision is null and transfer.decided_on is null
),
timed as (
    select
        waiting.*,
        police_limit.length,
        coalesce(waiting.decision_due_on, date_add(waiting.starts_on, cast(police_limit.length as int))) as due_day,
        datediff(run.period_through, waiting.starts_on) as waited_days,
        graded.value as graded_days,
        red.value as red_days
    from waiting
    cross join run
    inner join police_limit on waiting.starts_on between police_limit.valid_from and police_limit.valid_through
    left join parameter as graded on graded.name = 'graded_days' and waiting.starts_on between graded.valid_from and graded.valid_through
    left join parameter as red on red.name = 'red_days' and waiting.starts_on between red.valid_from and red.valid_through
),
final as (
    select
        timed.doc_no as subject_key,
        timed.doc_no as subject,
        '' as case_key,
        if(timed.accepted_on is not null and timed.waited_days >= timed.red_days, '红', '黄') as level,
        timed.region_code,
        unit.unit_id as owner,
        timed.due_day as happened_on,
        cast(null as date) as due_on,
        concat(
            if(timed.accepted_on is null, concat(timed.transferred_on, '移送，没有接收回执'), concat(timed.accepted_on, '接收')),
            '，满',
            case
                when timed.waited_days >= timed.red_days then timed.red_days
                when timed.waited_days >= timed.graded_days then timed.graded_days
                else timed.length
            end,
            '日没有立案与否的决定'
        ) as summary,
        'criminal_transfer' as evidence_fact,
        timed.doc_no as evidence_key,
        '移送书' as role,
        timed.submission,
        timed.source_file,
        timed.sheet,
        timed.row_number,
        timed.doc_no,
        timed.case_no,
        timed.crime,
        timed.transferred_on,
        timed.accepted_on,
        timed.decision_due_on
    from timed
    cross join run
    left join unit on unit.unit_id = timed.to_org
    where timed.due_day <= run.period_through
)
select * from final
