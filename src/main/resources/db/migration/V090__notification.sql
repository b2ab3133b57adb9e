-- The outbox: one row for each thing to tell and each group or person to tell it to, written in the
-- transaction of the change it tells of. The unique key makes telling twice impossible.
create table notice (
  id bigint not null auto_increment,
  event_key varchar(120) not null,
  kind varchar(20) not null,
  recipient varchar(64) not null,
  personal boolean not null,
  county_code varchar(6),
  case_id bigint,
  task_id varchar(64),
  title varchar(500) not null,
  detail varchar(500),
  due_at datetime,
  created_at datetime not null,
  spread_at datetime,
  reached int,
  primary key (id),
  constraint uq_notice unique (event_key, kind, recipient)
);

create index ix_notice_spread on notice (spread_at, id);

-- what a person finds behind the bell
create table inbox (
  person varchar(64) not null,
  notice_id bigint not null,
  on_behalf_of varchar(64),
  read_at datetime,
  primary key (person, notice_id),
  constraint inbox_notice foreign key (notice_id) references notice (id)
);

create index ix_inbox_unread on inbox (person, read_at);

-- what still has to leave the house, and what became of it
create table delivery (
  id bigint not null auto_increment,
  notice_id bigint not null,
  channel varchar(10) not null,
  person varchar(64) not null,
  status varchar(10) not null,
  not_before datetime not null,
  attempts int not null,
  claim char(36),
  claimed_until datetime,
  last_error varchar(500),
  finished_at datetime,
  primary key (id),
  constraint uq_delivery unique (notice_id, channel, person),
  constraint delivery_notice foreign key (notice_id) references notice (id)
);

create index ix_delivery_due on delivery (status, channel, not_before);
create index ix_delivery_person on delivery (person, channel, status);
create index ix_delivery_claim on delivery (claim);

-- how a person wants to be told; no row: e-mail yes, messages yes, no phone known
create table notice_preference (
  person varchar(64) not null,
  email boolean not null,
  message boolean not null,
  phone varchar(20),
  primary key (person)
);
