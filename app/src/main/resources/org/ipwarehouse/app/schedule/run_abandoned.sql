update ipw_run
set outcome = 'interrupted', ended_at = ?, message = '进程中断，未正常结束'
where outcome = 'running'
