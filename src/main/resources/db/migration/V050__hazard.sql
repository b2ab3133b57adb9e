-- A hazard is a case: its number is made of county, year and id. Nothing is ever deleted here.
create table hazard (
  id bigint not null auto_increment,
  source varchar(16) not null,
  enterprise_id bigint not null,
  enterprise_name varchar(200) not null,
  county_code char(6) not null,
  township_code char(9) not null,
  subcategory_code char(4) not null,
  department_role varchar(32) not null,
  department_group varchar(64) not null,
  level varchar(16) not null,
  location varchar(100) not null,
  description varchar(500) not null,
  major_basis varchar(300),
  found_at datetime not null,
  found_by varchar(64) not null,
  found_by_name varchar(200) not null,
  status varchar(16) not null,
  authority_group varchar(64),
  authority_rule varchar(300),
  due_at date,
  original_due_at date,
  deadline_rule varchar(300),
  rectified_on_spot boolean not null,
  responsible_person varchar(50),
  measures varchar(1000),
  funds decimal(14, 2),
  rectified_on date,
  contingency_plan varchar(1000),
  reported_at datetime,
  reported_by varchar(64),
  returned_times int not null,
  return_reason varchar(500),
  inspection_id bigint,
  client_id varchar(64),
  client_key varchar(100),
  closed_at datetime,
  closed_by varchar(64),
  closing_opinion varchar(500),
  last_event_hash char(64) not null,
  version int not null,
  primary key (id),
  constraint hazard_client_key unique (client_id, client_key)
);

create index hazard_county on hazard (county_code, found_at);
create index hazard_township on hazard (township_code, found_at);
create index hazard_enterprise on hazard (enterprise_id, found_at);
create index hazard_department on hazard (department_group, found_at);
create index hazard_authority on hazard (authority_group, found_at);
create index hazard_inspection on hazard (inspection_id);

-- What happened to a case, appended only; each row's hash covers the row before it, so that a
-- later edit shows.
create table hazard_event (
  hazard_id bigint not null,
  seq int not null,
  kind varchar(32) not null,
  detail varchar(1500) not null,
  happened_at datetime not null,
  actor varchar(64) not null,
  actor_name varchar(200) not null,
  origin varchar(100) not null,
  hash char(64) not null,
  primary key (hazard_id, seq),
  constraint hazard_event_of foreign key (hazard_id) references hazard (id)
);

create table extension (
  id bigint not null auto_increment,
  hazard_id bigint not null,
  due_at date not null,
  requested_due_at date not null,
  reason varchar(500) not null,
  requested_at datetime not null,
  requested_by varchar(64) not null,
  decision varchar(16),
  granted_due_at date,
  opinion varchar(500),
  decided_at datetime,
  decided_by varchar(64),
  primary key (id),
  constraint extension_of foreign key (hazard_id) references hazard (id)
);

-- The six items of art. 15 of Order No. 16; a rejected plan stays, the next is a new row.
create table treatment_plan (
  id bigint not null auto_increment,
  hazard_id bigint not null,
  goals varchar(1000) not null,
  measures varchar(1000) not null,
  funds varchar(1000) not null,
  staff varchar(1000) not null,
  schedule varchar(1000) not null,
  safeguards varchar(1000) not null,
  filed_at datetime not null,
  filed_by varchar(64) not null,
  decision varchar(16),
  opinion varchar(500),
  reviewed_at datetime,
  reviewed_by varchar(64),
  primary key (id),
  constraint treatment_plan_of foreign key (hazard_id) references hazard (id)
);
