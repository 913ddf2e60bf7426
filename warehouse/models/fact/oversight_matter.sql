-- 每个事项一行（S29）：公平竞争审查、法制审核、全过程记录、人大监督、政协监督、检察建议，以类别区分。
-- 办复期限：人大 L46、政协 L47、检察建议 L67，按月计。法制审核事项的编号就是台账案件的，标为已在台账，免得两处各计一次。
with
run as (select district_code, recorded_result_pattern from run_parameters),
answer_limit as (
    select
        case rule when 'L46' then '人大监督' when 'L47' then '政协监督' when 'L67' then '检察建议' end as kind,
        length,
        valid_from,
        valid_through
    from dimension.statutory_limit
    where rule in ('L46', 'L47', 'L67') and unit = '月'
),
ledger_no as (
    select case_no as matter_no from current.penalty_case
    union
    select decision_no as matter_no from current.penalty_case where decision_no is not null
),
matter as (
    select
        kind,
        no as matter_no,
        org as handling_org,
        start_date as started_on,
        done_date as done_on,
        result,
        should as is_due_for_review,
        satisfied,
        submission,
        source_file,
        sheet,
        row_number
    from current.oversight_matter
),
final as (
    select
        matter.kind,
        matter.matter_no,
        concat(run.district_code, '000') as region_code,
        matter.handling_org,
        matter.started_on,
        matter.done_on,
        matter.result,
        matter.is_due_for_review,
        matter.satisfied,
        coalesce(matter.done_on is not null and matter.result is not null, false) as is_done,
        coalesce(matter.result rlike run.recorded_result_pattern, false) as is_recorded,
        ledger_no.matter_no is not null as is_in_ledger,
        add_months(matter.started_on, cast(answer_limit.length as int)) as answer_due_on,
        case
            when matter.kind not in ('人大监督', '政协监督', '检察建议') then 'no_limit'
            when answer_limit.length is null then 'not_configured'
            else 'ok'
        end as answer_limit_state,
        matter.submission,
        matter.source_file,
        matter.sheet,
        matter.row_number
    from matter
    cross join run
    left join answer_limit
        on answer_limit.kind = matter.kind and matter.started_on between answer_limit.valid_from and answer_limit.valid_through
    left join ledger_no on ledger_no.matter_no = matter.matter_no
)
select * from final
