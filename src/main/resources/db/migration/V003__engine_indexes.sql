-- The engine acquires due jobs by date and finds overdue tasks by date, without an index on either.
create index ACT_IDX_JOB_DUE on ACT_RU_JOB (DUEDATE_, RETRIES_);
create index ACT_IDX_TASK_DUE on ACT_RU_TASK (DUE_DATE_);
