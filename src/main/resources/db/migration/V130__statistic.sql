-- A table of figures as it was drawn; from its signing on a row is never changed. A correction is a
-- further version.
create table statistic (
  id bigint not null auto_increment,
  kind varchar(16) not null,
  period varchar(7) not null,
  area_code char(6) not null,
  version int not null,
  state varchar(16) not null,
  cut_off datetime not null,
  content longtext not null,
  drawn_at datetime not null,
  reason varchar(500),
  requested_by varchar(64),
  signatory varchar(50),
  preparer varchar(50),
  phone varchar(40),
  signed_at datetime,
  signed_by varchar(64),
  sha256 char(64),
  overdue_at datetime,
  supervision varchar(500),
  supervised_at datetime,
  supervised_by varchar(64),
  primary key (id),
  constraint statistic_once unique (kind, period, area_code, version)
);

create index hazard_found on hazard (found_at);
