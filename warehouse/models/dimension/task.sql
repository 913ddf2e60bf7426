with
task as (
    select cast(task_no as bigint) as task_no, cast(group_no as bigint) as group_no, title, deadline, cast(deadline_assumed_on as date) as deadline_assumed_on, deadline_kind
    from reference_tasks
),
task_group as (select cast(group_no as bigint) as group_no, title as group_title from reference_groups),
listed_unit as (select cast(task_no as bigint) as task_no, count(*) as units from reference_task_unit group by task_no),
final as (
    select task.task_no, task.group_no, task_group.group_title, task.title, task.deadline, task.deadline_assumed_on, task.deadline_kind, listed_unit.units
    from task
    inner join task_group on task_group.group_no = task.group_no
    inner join listed_unit on listed_unit.task_no = task.task_no
)
select * from final
