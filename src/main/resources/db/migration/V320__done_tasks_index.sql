-- What a person has done is looked up by the person, newest first; the engine has no index for it.
create index ACT_IDX_HI_TASK_DOER on ACT_HI_TASKINST (ASSIGNEE_, END_TIME_);
