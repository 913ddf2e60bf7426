select id, name, flow, due_at, started_at, ended_at, outcome, message
from ipw_run
order by started_at desc, due_at desc
fetch first 50 rows only
