create table inspection (
  id bigint not null auto_increment,
  county_code char(6) not null,
  kind varchar(16) not null,
  enterprise_query varchar(50) not null,
  inspector varchar(64) not null,
  inspector_group varchar(64) not null,
  inspector_certificate varchar(64) not null,
  second_officer varchar(64),
  second_certificate varchar(64),
  enterprise_id bigint,
  opened_at datetime not null,
  begun_at datetime,
  situation varchar(1000),
  site_representative varchar(50),
  signature_refused boolean,
  refusal_remark varchar(300),
  record_document_id bigint,
  status varchar(16) not null,
  finished_at datetime,
  primary key (id)
);

create index inspection_county on inspection (county_code, opened_at);
create index inspection_enterprise on inspection (enterprise_id, opened_at);

-- What an inspection adds to the hazard it found.
create table finding (
  hazard_id bigint not null,
  inspection_id bigint not null,
  disposal varchar(16) not null,
  on_spot_measures varchar(500),
  transfer_group varchar(64),
  transferred_at datetime,
  order_document_id bigint,
  recheck_from datetime,
  primary key (hazard_id),
  constraint finding_hazard foreign key (hazard_id) references hazard (id),
  constraint finding_inspection foreign key (inspection_id) references inspection (id)
);

create index finding_of_inspection on finding (inspection_id);

create table recheck (
  id bigint not null auto_increment,
  hazard_id bigint not null,
  result varchar(16) not null,
  opinion varchar(500) not null,
  officer varchar(64) not null,
  officer_certificate varchar(64) not null,
  second_officer varchar(64) not null,
  second_certificate varchar(64) not null,
  rechecked_at datetime not null,
  document_id bigint not null,
  primary key (id),
  constraint recheck_of foreign key (hazard_id) references hazard (id)
);
