insert into ipw_run (id, name, flow, due_at, started_at, ended_at, outcome, message)
values (?, ?, ?, ?, ?, null, 'running', '')
