select max(due_at) as due_at
from ipw_run
where name = ?
