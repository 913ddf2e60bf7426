-- 每件案件一行（S02）。知识产权案件按违法行为代码表的 counts_as_ip_case 判定，不按名称里的“知”字。
-- party_key：人确认为同一主体的归为一个（linked.confirmed_case_party），其余按信用代码、证件令牌；没有代码的各件自成一个，不凭名称归并。
-- 重复处罚按主案看（linked.penalty_group）：一份决定并案处罚的几件、一条线索分出的几件是一次处罚，以最先决定的一件为准（is_separate_penalty）。
-- malice_reasons 只是“疑似恶意”的线索，是不是恶意由人认定；台账没有伪造证据、以侵权为业的栏，这两种情形无从识别。
-- focus_areas 按立案日当日有效的重点清单（focus_areas.csv）认定；village、market 从经营地址取，规则见 parameters.csv。
with
run as (
    select
        district_code,
        repeat_window_months,
        malicious_intent_pattern,
        refusal_result_pattern,
        village_pattern,
        market_pattern
    from run_parameters
),
township as (
    select region.region_code
    from dimension.region as region
    inner join run on region.parent_code = run.district_code
),
violation as (
    select code, label as violation_name, ip_type as ip_class, counts_as_ip_case = '1' as counts_as_ip_case
    from codelist_violation_types
),
clue_limit as (select length, valid_from, valid_through from dimension.statutory_limit where rule = 'L05'),
disposal_limit as (select length, extension_length, valid_from, valid_through from dimension.statutory_limit where rule = 'L07'),
calendar as (select day, working_ordinal, unconfirmed_ordinal, next_working_on from dimension.calendar_day),
working as (select working_ordinal, day, unconfirmed_ordinal from dimension.working_day),
gi_mark as (select distinct gi_no, gi_name from current.gi_user),
right_of_case as (
    select case_no, explode(split(right_no, '[;；、,，\\s]+')) as right_no
    from current.penalty_case
),
gi_marked_case as (
    select right_of_case.case_no, array_join(array_sort(collect_set(gi_mark.gi_name)), ';') as gi_names
    from right_of_case
    inner join gi_mark on gi_mark.gi_no = right_of_case.right_no
    group by right_of_case.case_no
),
report_no as (select report_no from current.report),
elsewhere as (
    select case_no, max(is_transfer_recorded) as is_transfer_recorded, collect_set(inspection_result) as inspection_results
    from (
        select case_no, true as is_transfer_recorded, cast(null as string) as inspection_result
        from current.criminal_transfer
        union all
        select case_no, false as is_transfer_recorded, result as inspection_result
        from current.inspection
        where case_no is not null
    )
    group by case_no
),
focus as (
    select
        collect_list(struct(
            area,
            field,
            keyword,
            cast(valid_from as date) as valid_from,
            coalesce(cast(valid_to as date), date '9999-12-31') as valid_through
        )) as entries
    from reference_focus_areas
),
published_decision as (select distinct decision_key from fact.penalty_publication),
confirmed as (select case_no, party_key from linked.confirmed_case_party),
ledger as (
    select
        case_no,
        case_source,
        clue_no,
        clue_date as clue_on,
        filing_date as filed_on,
        coalesce(filing_date, decision_date) as counted_on,
        filing_date is null and decision_date is not null as is_summary_procedure,
        coalesce(uscc, concat('ID:', party_id_token), concat('CASE:', case_no)) as ledger_party_key,
        township,
        ip_type,
        violation,
        stage,
        is_online,
        campaign as campaigns,
        holder_country,
        right_no,
        concat_ws(' ', case_name, address) as described,
        address,
        industry,
        goods_value_yuan,
        coalesce(get_json_object(extra, '$.estimated'), '') like '%goods_value_yuan%' as is_goods_value_estimated,
        illegal_gain_yuan,
        fine_yuan,
        conf_gain_yuan as confiscated_yuan,
        intent,
        coalesce(is_major, false) as is_major,
        legal_review_date as reviewed_on,
        coalesce(is_transferred, false) or coalesce(close_type, '') = '移送' as is_said_transferred,
        review_result,
        coalesce(deduct_days, 0) as deduct_days,
        ext_date as extended_on,
        decision_date as decided_on,
        decision_no,
        translate(regexp_replace(decision_no, '\\s', ''), '[]（）()【】', '〔〕〔〕〔〕〔〕') as decision_key,
        close_date as closed_on,
        close_type,
        coalesce(decision_date, close_date) as disposed_on,
        decision_date is not null and coalesce(close_type, '处罚') = '处罚' as is_penalty,
        coalesce(review_result, '无') not in ('撤销', '确认违法') as is_upheld,
        handling_org,
        submission,
        source_file,
        sheet,
        row_number
    from current.penalty_case
),
classified as (
    select
        ledger.* except (ledger_party_key),
        coalesce(confirmed.party_key, ledger.ledger_party_key) as party_key,
        violation.violation_name,
        violation.ip_class,
        coalesce(violation.counts_as_ip_case, false) as is_ip_case,
        coalesce(ledger.ip_type like 'GI%' or violation.ip_class like 'GI%', false) or gi_marked_case.case_no is not null as is_gi,
        gi_marked_case.gi_names
    from ledger
    left join violation on violation.code = ledger.violation
    left join gi_marked_case on gi_marked_case.case_no = ledger.case_no
    left join confirmed on confirmed.case_no = ledger.case_no
),
with_limit as (
    select
        classified.*,
        clue_limit.length as clue_length,
        disposal_limit.length as disposal_length,
        date_add(
            classified.filed_on,
            cast(disposal_limit.length + if(classified.extended_on is null, 0, disposal_limit.extension_length) + classified.deduct_days as int)
        ) as disposal_ends_on
    from classified
    left join clue_limit on classified.clue_on between clue_limit.valid_from and clue_limit.valid_through
    left join disposal_limit on classified.filed_on between disposal_limit.valid_from and disposal_limit.valid_through
),
main_case as (select case_no, main_case_no from linked.penalty_group),
effective as (
    select
        classified.case_no,
        classified.party_key,
        classified.ip_class,
        main_case.main_case_no,
        classified.decided_on,
        row_number() over (
            partition by classified.party_key, classified.ip_class, main_case.main_case_no
            order by classified.decided_on, classified.case_no
        ) = 1 as is_separate
    from classified
    inner join main_case on main_case.case_no = classified.case_no
    where classified.is_ip_case and classified.is_penalty and classified.is_upheld
),
sequenced as (
    select
        *,
        lag(if(is_separate, decided_on, null)) ignore nulls over (
            partition by party_key, ip_class
            order by decided_on, main_case_no, if(is_separate, 0, 1), case_no
        ) as decided_before
    from effective
),
effective_penalty as (
    select
        case_no,
        is_separate,
        decided_on,
        first_value(decided_on) over spell as first_decided_on,
        first_value(decided_before) over spell as previous_decided_on
    from sequenced
    window spell as (
        partition by party_key, ip_class, main_case_no
        order by decided_on, if(is_separate, 0, 1), case_no
    )
),
repeated as (
    select
        case_no,
        is_separate,
        decided_on = first_decided_on
        and previous_decided_on >= add_months(decided_on, - run.repeat_window_months) as is_repeat
    from effective_penalty
    cross join run
),
final as (
    select
        with_limit.case_no,
        with_limit.case_source,
        coalesce(township.region_code, concat(run.district_code, '000')) as region_code,
        with_limit.party_key,
        with_limit.clue_no,
        with_limit.clue_on,
        report_no.report_no is null as is_own_clue,
        clue_due.day as clue_due_on,
        case
            when with_limit.clue_on is null then 'no_start'
            when with_limit.clue_length is null then 'not_configured'
            when clue_due.day is null then 'unknown'
            when clue_due.unconfirmed_ordinal > clue_day.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as clue_limit_state,
        with_limit.filed_on,
        with_limit.counted_on,
        with_limit.is_summary_procedure,
        with_limit.ip_type,
        with_limit.violation,
        with_limit.violation_name,
        with_limit.ip_class,
        with_limit.is_ip_case,
        with_limit.is_gi,
        with_limit.gi_names,
        with_limit.stage,
        with_limit.stage in ('生产', '印制') as is_source_stage,
        with_limit.is_online,
        with_limit.campaigns,
        with_limit.holder_country,
        with_limit.right_no,
        array_join(
            array_sort(array_distinct(transform(
                filter(
                    focus.entries,
                    entry -> with_limit.counted_on between entry.valid_from and entry.valid_through
                        and case entry.field
                            when '案情' then contains(with_limit.described, entry.keyword)
                            when '行业' then startswith(with_limit.industry, entry.keyword)
                            when '网络' then with_limit.is_online
                        end
                ),
                entry -> entry.area
            ))),
            ';'
        ) as focus_areas,
        nullif(regexp_extract(with_limit.address, run.village_pattern, 1), '') as village,
        nullif(regexp_extract(with_limit.address, run.market_pattern, 1), '') as market,
        with_limit.goods_value_yuan,
        with_limit.is_goods_value_estimated,
        with_limit.illegal_gain_yuan,
        with_limit.fine_yuan,
        with_limit.confiscated_yuan,
        with_limit.decided_on,
        with_limit.decision_no,
        with_limit.decision_key,
        main_case.main_case_no,
        main_case.main_case_no <> with_limit.case_no as is_part_of_case,
        with_limit.is_penalty,
        with_limit.is_penalty and with_limit.is_upheld as is_effective_penalty,
        published_decision.decision_key is not null as is_published,
        coalesce(repeated.is_separate, false) as is_separate_penalty,
        coalesce(repeated.is_repeat, false) as is_repeat,
        concat_ws(
            ';',
            if(
                with_limit.intent rlike run.malicious_intent_pattern and (with_limit.is_major or with_limit.is_said_transferred),
                '故意且情节严重',
                null
            ),
            if(repeated.is_repeat, '受罚后再犯', null),
            if(exists(elsewhere.inspection_results, told -> told rlike run.refusal_result_pattern), '拒不配合检查', null)
        ) as malice_reasons,
        with_limit.intent,
        with_limit.is_major,
        with_limit.reviewed_on,
        coalesce(with_limit.reviewed_on <= with_limit.decided_on, false) as is_reviewed_before_decision,
        with_limit.review_result,
        with_limit.is_said_transferred,
        coalesce(elsewhere.is_transfer_recorded, false) as is_transfer_recorded,
        with_limit.closed_on,
        with_limit.close_type,
        with_limit.disposed_on,
        disposal_day.next_working_on as disposal_due_on,
        date_add(disposal_day.next_working_on, 1) as overdue_from_on,
        case
            when with_limit.filed_on is null then 'no_start'
            when with_limit.disposal_length is null then 'not_configured'
            when disposal_day.next_working_on is null then 'unknown'
            when disposal_due.unconfirmed_ordinal > day_before.unconfirmed_ordinal then 'provisional'
            else 'ok'
        end as disposal_limit_state,
        with_limit.handling_org,
        with_limit.submission,
        with_limit.source_file,
        with_limit.sheet,
        with_limit.row_number
    from with_limit
    cross join run
    cross join focus
    left join township on township.region_code = with_limit.township
    left join elsewhere on elsewhere.case_no = with_limit.case_no
    left join report_no on report_no.report_no = with_limit.clue_no
    left join calendar as clue_day on clue_day.day = with_limit.clue_on
    left join working as clue_due on clue_due.working_ordinal = clue_day.working_ordinal + with_limit.clue_length
    left join calendar as disposal_day on disposal_day.day = with_limit.disposal_ends_on
    left join calendar as day_before on day_before.day = date_add(with_limit.disposal_ends_on, -1)
    left join calendar as disposal_due on disposal_due.day = disposal_day.next_working_on
    left join published_decision on published_decision.decision_key = with_limit.decision_key
    left join main_case on main_case.case_no = with_limit.case_no
    left join repeated on repeated.case_no = with_limit.case_no
)
select * from final
