-- An authority that is late with its own duty in a case, until it has done it.
create table late_duty (
  id bigint not null auto_increment,
  hazard_id bigint not null,
  duty varchar(16) not null,
  authority_group varchar(64) not null,
  late_at datetime not null,
  ended_at datetime,
  primary key (id),
  constraint late_duty_of foreign key (hazard_id) references hazard (id)
);

create index late_duty_open on late_duty (ended_at, hazard_id);

-- who was asked to see to it, and what they answered last
create table late_duty_rung (
  late_duty_id bigint not null,
  level varchar(16) not null,
  authority_group varchar(64) not null,
  asked_at datetime not null,
  times int not null,
  measure varchar(16),
  opinion varchar(1000),
  answered_at datetime,
  answered_by varchar(64),
  primary key (late_duty_id, level),
  constraint late_duty_rung_of foreign key (late_duty_id) references late_duty (id)
);
