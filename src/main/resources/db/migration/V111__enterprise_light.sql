-- Enterprises whose light is not green; a row that is missing is green.
create table enterprise_light (
  enterprise_id bigint not null,
  color varchar(8) not null,
  reason varchar(300) not null,
  since datetime not null,
  primary key (enterprise_id),
  constraint enterprise_light_of foreign key (enterprise_id) references enterprise (id)
);

-- from the turning red to the turning back; the department is asked once for each
create table red_light (
  id bigint not null auto_increment,
  enterprise_id bigint not null,
  began_at datetime not null,
  ended_at datetime,
  reason varchar(300) not null,
  department_group varchar(64) not null,
  measure varchar(16),
  opinion varchar(500),
  answered_at datetime,
  answered_by varchar(64),
  overdue_at datetime,
  primary key (id),
  constraint red_light_once unique (enterprise_id, began_at),
  constraint red_light_of foreign key (enterprise_id) references enterprise (id)
);

create index hazard_due on hazard (status, due_at);
