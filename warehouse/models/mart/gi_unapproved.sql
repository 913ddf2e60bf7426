-- 无核准而网售用名（问题四，红）：网络监测线索（S16）涉地理标志，而经营主体在固证当日没有任何有效的用标核准（S15）。
-- S16 不写是哪一个地理标志，故有任一核准的都不列；没有信用代码的无从核对，标为 no_code，不当作没有核准。
with
run as (select period_through from run_parameters),
approved as (select party_key, approved_on, left_on from fact.gi_user),
clue as (select * from fact.online_clue where ip_type like 'GI%' and not is_outside_jurisdiction),
matched as (
    select clue.clue_no, count(approved.party_key) as approvals
    from clue
    left join approved
        on
            approved.party_key = clue.uscc
            and approved.approved_on <= clue.evidenced_on
            and coalesce(approved.left_on > clue.evidenced_on, true)
    group by clue.clue_no
),
final as (
    select
        clue.clue_no,
        clue.uscc as party_key,
        clue.platform,
        clue.shop_key,
        clue.area,
        clue.evidenced_on,
        if(clue.uscc is null, 'no_code', 'unapproved') as state,
        if(clue.uscc is null, '不可核对', '红') as level,
        clue.result,
        clue.submission,
        clue.source_file,
        clue.sheet,
        clue.row_number
    from clue
    inner join matched on matched.clue_no = clue.clue_no
    inner join run on clue.evidenced_on <= run.period_through
    where matched.approvals = 0
)
select * from final
