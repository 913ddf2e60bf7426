-- 两个时限分别看：L11（7个工作日，全部知识产权处罚）与 L12（20个工作日，应在公示系统公示的）。届满日在事实表里按决定日有效的版本算好。
with
run as (select period_through, district_code from run_parameters),
unpublished as (
    select
        publication_key,
        'L11' as limit_rule,
        '信用中国' as limit_name,
        'penalty_publication' as evidence_fact,
        decision_no,
        authority,
        region_code,
        decided_on,
        publish_due_on,
        publish_limit_state as limit_state,
        submission,
        source_file,
        sheet,
        row_number
    from fact.penalty_publication
    where is_ip_case and published_on is null
    union all
    select
        owed.publication_key,
        'L12' as limit_rule,
        '国家企业信用信息公示系统' as limit_name,
        'registry_publication' as evidence_fact,
        owed.decision_no,
        owed.authority,
        owed.region_code,
        owed.decided_on,
        owed.publish_due_on,
        owed.publish_limit_state as limit_state,
        owed.submission,
        owed.source_file,
        owed.sheet,
        owed.row_number
    from fact.registry_publication as owed
    inner join fact.penalty_publication as publication on publication.publication_key = owed.publication_key
    where owed.is_owed and owed.published_on is null and publication.is_ip_case
),
final as (
    select
        unpublished.publication_key as subject_key,
        unpublished.decision_no as subject,
        unpublished.limit_rule as case_key,
        '红' as level,
        unpublished.region_code,
        cast(null as string) as owner,
        date_add(unpublished.publish_due_on, 1) as happened_on,
        cast(null as date) as due_on,
        concat(
            unpublished.decided_on, '作出决定，', unpublished.limit_name, '公示期限（', unpublished.limit_rule, '）', unpublished.publish_due_on, '届满',
            if(unpublished.limit_state = 'provisional', '（暂定：宁夏地方假日未录入）', ''), '，没有公示日期'
        ) as summary,
        unpublished.evidence_fact,
        unpublished.publication_key as evidence_key,
        '未公示的处罚' as role,
        unpublished.submission,
        unpublished.source_file,
        unpublished.sheet,
        unpublished.row_number,
        unpublished.decision_no,
        unpublished.authority,
        unpublished.decided_on,
        unpublished.publish_due_on,
        unpublished.limit_rule,
        unpublished.limit_state
    from unpublished
    inner join run on unpublished.publish_due_on <= run.period_through
    where unpublished.limit_state in ('ok', 'provisional')
)
select * from final
