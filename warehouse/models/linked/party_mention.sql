-- 各来源每一处提到的主体一行。归并只凭：信用代码；旧注册号、组织机构代码经登记库且唯一；证件令牌；人的确认。
-- 既无代码也不像单位名称（已脱敏的自然人、不足 party_name_least_length 字）的不在此表。
with
run as (select party_name_least_length from run_parameters),
register as (select uscc, old_no from current.party_register),
old_number as (
    select old_no, min(uscc) as uscc
    from register
    where old_no is not null
    group by old_no
    having count(*) = 1
),
organisation as (
    select substring(uscc, 9, 9) as org_code, min(uscc) as uscc
    from register
    where length(uscc) = 18
    group by substring(uscc, 9, 9)
    having count(*) = 1
),
court as (
    select *, split(plaintiff, '[;；、]') as plaintiffs, split(plaintiff_uscc, '[;；、]') as plaintiff_codes,
        split(defendant, '[;；、]') as defendants, split(defendant_uscc, '[;；、]') as defendant_codes
    from current.court_case
),
named as (
    select 'S01' as source, row_key, '当事人' as role, 0 as position, party_name as name, party_kind, uscc, old_reg_no as old_no, org_code,
        party_id_no_token as person_token, legal_rep_token, cast(null as string) as address, cast(null as string) as township,
        submission, source_file, sheet, row_number
    from current.penalty_publication
    union all
    select 'S02', row_key, '当事人', 0, party_name, null, uscc, null, null, party_id_token, null, address, township,
        submission, source_file, sheet, row_number
    from current.penalty_case
    union all
    select 'S04', row_key, '被投诉', 0, target_name, null, target_uscc, null, null, null, null, target_addr, township,
        submission, source_file, sheet, row_number
    from current.complaint
    union all
    select 'S05', row_key, '被举报', 0, target_name, null, target_uscc, null, null, null, null, null, null,
        submission, source_file, sheet, row_number
    from current.report
    union all
    select 'S06', row_key, '原告', position, name, null, if(size(plaintiffs) = size(plaintiff_codes), get(plaintiff_codes, position), null),
        null, null, null, null, null, null, submission, source_file, sheet, row_number
    from court lateral view posexplode(plaintiffs) as position, name
    union all
    select 'S06', row_key, '被告', position, name, null, if(size(defendants) = size(defendant_codes), get(defendant_codes, position), null),
        null, null, null, null, null, null, submission, source_file, sheet, row_number
    from court lateral view posexplode(defendants) as position, name
    union all
    select 'S07', row_key, '申请执行人', 0, applicant, null, null, null, null, null, null, null, null, submission, source_file, sheet, row_number
    from current.execution_case
    union all
    select 'S07', row_key, '被执行人', 0, null, null, debtor_uscc, null, null, null, null, null, null, submission, source_file, sheet, row_number
    from current.execution_case
    union all
    select 'S12', row_key, '失信主体', 0, name, null, uscc, null, null, null, null, null, null, submission, source_file, sheet, row_number
    from current.dishonesty_listing
    union all
    select 'S13', row_key, '生产主体', 0, producer, ptype, null, null, null, null, null, null, township, submission, source_file, sheet, row_number
    from current.trace_batch
    where ptype <> '农户'
    union all
    select 'S15', row_key, '用标主体', 0, user, null, uscc, null, null, null, null, null, township, submission, source_file, sheet, row_number
    from current.gi_user
    union all
    select 'S27', row_key, '登记', 0, name, etype, uscc, old_no, null, null, legal_rep_token, addr, area, submission, source_file, sheet, row_number
    from current.party_register
),
normalised as (
    select
        *,
        translate(regexp_replace(name, '\\s', ''), '（）', '()') as plain_name,
        nullif(trim(uscc), '') as code
    from named
),
keyed as (
    select
        normalised.*,
        case
            when normalised.code is not null then normalised.code
            when old_number.uscc is not null then old_number.uscc
            when organisation.uscc is not null then organisation.uscc
            when person_token is not null then concat('ID:', person_token)
            when length(plain_name) >= run.party_name_least_length and not contains(plain_name, '*')
                then concat('NAME:', md5(concat_ws('|', plain_name, coalesce(legal_rep_token, ''), coalesce(township, ''))))
        end as exact_key,
        case
            when normalised.code is not null then 'code'
            when old_number.uscc is not null then 'old_number'
            when organisation.uscc is not null then 'org_code'
            when person_token is not null then 'person'
            else 'name'
        end as exact_level
    from normalised
    cross join run
    left join old_number on normalised.code is null and old_number.old_no = normalised.old_no
    left join organisation on normalised.code is null and organisation.org_code = replace(normalised.org_code, '-', '')
),
final as (
    select
        keyed.source,
        keyed.row_key,
        keyed.role,
        keyed.position,
        keyed.exact_key,
        coalesce(confirmed.party_key, keyed.exact_key) as party_key,
        if(confirmed.party_key <> keyed.exact_key, 'confirmed', keyed.exact_level) as link_level,
        keyed.name,
        keyed.party_kind,
        keyed.legal_rep_token,
        keyed.address,
        keyed.township,
        keyed.submission,
        keyed.source_file,
        keyed.sheet,
        keyed.row_number
    from keyed
    left join linked.confirmed_party as confirmed on confirmed.member_key = keyed.exact_key
    where keyed.exact_key is not null
)
select * from final
