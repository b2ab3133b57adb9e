-- An authority that let its own deadline in a case pass.
create table overdue_duty (
  id bigint not null auto_increment,
  hazard_id bigint not null,
  duty varchar(16) not null,
  authority_group varchar(64) not null,
  noted_at datetime not null,
  primary key (id),
  constraint overdue_duty_of foreign key (hazard_id) references hazard (id)
);

create index overdue_duty_noted on overdue_duty (noted_at);

-- the last day a recheck was held against: a failed one moves the case's own
alter table recheck add column due_at date;

create index hazard_reported on hazard (reported_at);
create index ix_evidence_uploaded on evidence (uploaded_at);
