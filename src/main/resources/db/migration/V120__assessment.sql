-- What the system found against somebody in a period: unfulfilled duties and poor work. One row per
-- kind, subject and period: the unique key is what makes an assessment repeatable. The subject is the
-- identity group of the enterprise (ent…) or authority (town…, dept…, office…).
create table assessment_finding (
  id bigint not null auto_increment,
  kind varchar(24) not null,
  subject varchar(64) not null,
  enterprise_id bigint,
  subject_name varchar(200) not null,
  county_code char(6) not null,
  township_code char(9),
  subcategory_code char(4),
  reviewer_group varchar(64) not null,
  period char(7) not null,
  occurrences int not null,
  evidence varchar(4000) not null,
  points decimal(5, 1) not null,
  points_rule varchar(300) not null,
  found_at datetime not null,
  sweep char(36) not null,
  status varchar(16) not null,
  asked_at datetime,
  answer varchar(1000),
  answered_at datetime,
  answered_by varchar(64),
  opinion varchar(500),
  reviewed_at datetime,
  reviewed_by varchar(64),
  primary key (id),
  constraint assessment_finding_once unique (kind, subject, period),
  constraint assessment_finding_of foreign key (enterprise_id) references enterprise (id)
);

create index assessment_finding_period on assessment_finding (period, subject);
create index assessment_finding_sweep on assessment_finding (sweep);
