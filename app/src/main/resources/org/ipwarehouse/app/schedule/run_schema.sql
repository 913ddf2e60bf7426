create table ipw_run (
    id          varchar(36)  primary key,
    name        varchar(200) not null,
    flow        varchar(20)  not null,
    due_at      timestamp(3) with time zone not null,
    started_at  timestamp(3) with time zone not null,
    ended_at    timestamp(3) with time zone,
    outcome     varchar(20)  not null,
    message     varchar(2000) not null
);
create index ipw_run_by_name on ipw_run (name, due_at);
