-- Who stands in for whom while they are absent; a day is included at both ends.
create table deputy (
  id bigint not null auto_increment,
  person varchar(64) not null,
  deputy varchar(64) not null,
  from_day date not null,
  to_day date not null,
  named_by varchar(64) not null,
  named_at datetime not null,
  ended_at datetime,
  primary key (id)
);

create index ix_deputy_until on deputy (to_day);
