-- 人确认之后，当事人归到别的主体的案件（重复侵权要跨名称、跨代码）。没有人确认的案件不在此表，仍各按自己的代码。
-- 主体键的写法与 linked.party_mention 相同（规格测试保证）；单列一表，使案件事实不必等待全部来源的主体。
with
run as (select party_name_least_length from run_parameters),
penalty_case as (
    select
        case_no,
        nullif(trim(uscc), '') as code,
        party_id_token,
        translate(regexp_replace(party_name, '\\s', ''), '（）', '()') as plain_name,
        township
    from current.penalty_case
),
keyed as (
    select
        penalty_case.case_no,
        case
            when penalty_case.code is not null then penalty_case.code
            when penalty_case.party_id_token is not null then concat('ID:', penalty_case.party_id_token)
            when length(penalty_case.plain_name) >= run.party_name_least_length and not contains(penalty_case.plain_name, '*')
                then concat('NAME:', md5(concat_ws('|', penalty_case.plain_name, '', coalesce(penalty_case.township, ''))))
        end as exact_key
    from penalty_case
    cross join run
),
final as (
    select keyed.case_no, keyed.exact_key, confirmed.party_key
    from keyed
    inner join linked.confirmed_party as confirmed on confirmed.member_key = keyed.exact_key
    where confirmed.party_key <> keyed.exact_key
)
select * from final
