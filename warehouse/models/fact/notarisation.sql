-- 每份公证书或每件电子存证一行（S18）。电子存证不是公证书，分开计；填了撤销日期的公证书不再计数。
with
run as (select district_code from run_parameters),
final as (
    select
        notarisation.no as notarial_no,
        notarisation.type as matter,
        notarisation.type = '电子存证' as is_deposit,
        notarisation.is_ip,
        notarisation.is_e as is_electronic,
        notarisation.used_in,
        concat(run.district_code, '000') as region_code,
        notarisation.accept_date as accepted_on,
        notarisation.issue_date as issued_on,
        notarisation.revoke_date as revoked_on,
        notarisation.revoke_date is not null as is_revoked,
        notarisation.submission,
        notarisation.source_file,
        notarisation.sheet,
        notarisation.row_number
    from current.notarisation as notarisation
    cross join run
)
select * from final
