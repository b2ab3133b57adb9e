-- Who follows which case.
create table case_follow (
  person varchar(64) not null,
  hazard_id bigint not null,
  followed_at datetime not null,
  primary key (person, hazard_id),
  constraint case_follow_of foreign key (hazard_id) references hazard (id)
);

-- What a person has begun to write into the form of a task: theirs alone, gone with the task.
create table task_draft (
  person varchar(64) not null,
  task_id varchar(64) not null,
  content text not null,
  saved_at datetime not null,
  primary key (person, task_id)
);

create index task_draft_task on task_draft (task_id);
