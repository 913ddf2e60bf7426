-- 剑网行动每单位每期一行（S17）。报的是年内累计，这里的数是与上一期之差；更正造成的负数保留并标记。
-- 差分表已按期次取最后一次报送。与 S16 的链接只有总数、无从逐条去重：同一单位（U17）两边都报的只计 S16。
with
run as (select district_code from run_parameters),
final as (
    select
        campaign.org,
        campaign.moment as ended_on,
        concat(run.district_code, '000') as region_code,
        '剑网行动' as channel,
        campaign.since,
        campaign.period,
        campaign.sites_own as sites,
        campaign.clues_own as clues,
        campaign.filed_own as filed,
        campaign.del_links_own as deleted_links,
        campaign.blocked_own as blocked_links,
        campaign.closed_own as closed_sites,
        campaign.talks_own as talks,
        campaign.fine_yuan_own as fine_yuan,
        campaign.transferred_own as transferred,
        campaign.is_corrected,
        campaign.org = 'U17' as is_also_in_monitoring,
        campaign.submission,
        campaign.source_file,
        campaign.sheet,
        campaign.row_number
    from difference.copyright_campaign as campaign
    cross join run
)
select * from final
