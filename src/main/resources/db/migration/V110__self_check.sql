-- One row per enterprise and period: the unique key is what makes an opening repeatable.
create table self_check (
  id bigint not null auto_increment,
  enterprise_id bigint not null,
  period char(7) not null,
  enterprise_name varchar(200) not null,
  county_code char(6) not null,
  township_code char(9) not null,
  subcategory_code char(4) not null,
  status varchar(16) not null,
  opening char(36) not null,
  opened_at datetime not null,
  last_day date not null,
  detected_at datetime,
  late_at datetime,
  missed_at datetime,
  list_version int,
  item_count int,
  failed_count int,
  signatory varchar(50),
  notes varchar(500),
  submitted_at datetime,
  submitted_by varchar(64),
  primary key (id),
  constraint self_check_once unique (enterprise_id, period),
  constraint self_check_of foreign key (enterprise_id) references enterprise (id)
);

create index self_check_opening on self_check (opening);
create index self_check_period on self_check (period, status, township_code);

-- an item that did not conform; it becomes one hazard
create table self_check_finding (
  id bigint not null auto_increment,
  self_check_id bigint not null,
  item_key varchar(80) not null,
  item varchar(300) not null,
  place varchar(130) not null,
  post varchar(60),
  criterion varchar(300),
  hazard_id bigint,
  primary key (id),
  constraint self_check_finding_once unique (self_check_id, item_key),
  constraint self_check_finding_of foreign key (self_check_id) references self_check (id),
  constraint self_check_finding_hazard foreign key (hazard_id) references hazard (id)
);

-- a township is asked once per period about those who were late
create table self_check_reminder (
  id bigint not null auto_increment,
  period char(7) not null,
  township_code char(9) not null,
  county_code char(6) not null,
  opening char(36) not null,
  opened_at datetime not null,
  late_count int not null,
  measure varchar(16),
  opinion varchar(500),
  answered_at datetime,
  answered_by varchar(64),
  county_opinion varchar(500),
  county_answered_at datetime,
  county_answered_by varchar(64),
  primary key (id),
  constraint self_check_reminder_once unique (period, township_code)
);

create index self_check_reminder_opening on self_check_reminder (opening);
