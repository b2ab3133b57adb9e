-- Whenever a task ends the engine looks for its subtasks: without an index it reads every open task.
create index ACT_IDX_TASK_PARENT on ACT_RU_TASK (PARENT_TASK_ID_);
