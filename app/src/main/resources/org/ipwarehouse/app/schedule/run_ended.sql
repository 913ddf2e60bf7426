update ipw_run
set ended_at = ?, outcome = ?, message = ?
where id = ?
