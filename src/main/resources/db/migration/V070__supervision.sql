-- One ladder per case at a time; a rung is climbed once per case, whatever happens to the ladder.
create table supervision (
  hazard_id bigint not null,
  running boolean not null,
  started_at datetime not null,
  ended_at datetime,
  primary key (hazard_id),
  constraint supervision_of foreign key (hazard_id) references hazard (id)
);

create table rung (
  hazard_id bigint not null,
  level varchar(16) not null,
  climbed_at datetime not null,
  measure varchar(16),
  opinion varchar(1000),
  document_id bigint,
  answered_at datetime,
  answered_by varchar(64),
  primary key (hazard_id, level),
  constraint rung_of foreign key (hazard_id) references hazard (id)
);
