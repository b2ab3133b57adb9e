-- the months that were assessed: one that a standstill swallowed is caught up
create table assessed_month (
  period char(7) not null,
  assessed_at datetime not null,
  primary key (period)
);

insert into assessed_month (period, assessed_at)
  select period, max(found_at) from assessment_finding group by period;

-- which late tasks were not told of yet
create index ix_notice_task on notice (task_id, kind);
