SELECT a.application_name || '，自 ' || to_char(a.backend_start AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS')
FROM pg_locks l
JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ?::oid AND l.objid = (hashtext(?)::bigint & 4294967295)::oid
