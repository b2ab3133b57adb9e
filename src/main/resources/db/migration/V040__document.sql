create table document (
  id bigint not null auto_increment,
  kind varchar(30) not null,
  number varchar(60) not null,
  place varchar(10) not null,
  series_year int not null,
  serial int not null,
  part int not null,
  case_id bigint,
  inspection_id bigint,
  parent_id bigint,
  issued_at datetime not null,
  issued_by varchar(64),
  content longtext not null,
  primary key (id),
  constraint uq_document_number unique (kind, place, series_year, serial, part),
  constraint fk_document_parent foreign key (parent_id) references document (id)
);

create index ix_document_case on document (case_id);
create index ix_document_inspection on document (inspection_id);

create table document_serial (
  place varchar(10) not null,
  family varchar(20) not null,
  series_year int not null,
  last_serial int not null,
  primary key (place, family, series_year)
);

-- locked while the first number of a series is given: a row that is not there yet cannot be
insert into document_serial (place, family, series_year, last_serial) values ('', '', 0, 0);
