-- When an inspection took place, as its officers say; null for one recorded before it was asked.
alter table inspection add column inspected_from datetime;
alter table inspection add column inspected_until datetime;

-- What an inspection has found so far. A row becomes a case when the record is confirmed; until then it
-- is added, corrected and taken back, and never deleted.
create table visit_finding (
  inspection_id bigint not null,
  number int not null,
  location varchar(100) not null,
  description varchar(500) not null,
  level varchar(16) not null,
  major_basis varchar(300),
  disposal varchar(16) not null,
  on_spot_measures varchar(500),
  transfer_role varchar(64),
  ordered_due_at date,
  taken_back boolean not null,
  hazard_id bigint,
  primary key (inspection_id, number),
  constraint visit_finding_inspection foreign key (inspection_id) references inspection (id)
);

-- Appended only.
create table visit_finding_event (
  id bigint not null auto_increment,
  inspection_id bigint not null,
  number int not null,
  kind varchar(16) not null,
  detail varchar(4000) not null,
  happened_at datetime not null,
  actor varchar(64) not null,
  actor_name varchar(200) not null,
  primary key (id),
  constraint visit_finding_event_of foreign key (inspection_id, number)
    references visit_finding (inspection_id, number)
);

create index visit_finding_event_finding on visit_finding_event (inspection_id, number, id);
