-- An event names how its hash was made. What was written before there was a key stays as it is,
-- under the name of its own algorithm; see V171.
alter table hazard_event add column algorithm varchar(16) not null default 'SHA-256';
alter table hazard_event add column key_id varchar(16);
alter table hazard_event add column state_hash char(64);

-- what changed since the last anchor is found by it
create index hazard_event_happened on hazard_event (happened_at);

-- Which keys wrote the ledger: a check value each, never the key.
create table ledger_key (
  id varchar(16) not null,
  check_value char(64) not null,
  known_since datetime not null,
  primary key (id)
);

-- The chains there were before there was a key, sealed as they were found: no event without a key
-- is believed beyond them. No foreign key: a case that is deleted leaves its trace here.
create table sealed_chain (
  hazard_id bigint not null,
  events int not null,
  head char(64) not null,
  state_hash char(64) not null,
  algorithm varchar(16) not null,
  key_id varchar(16) not null,
  seal char(64) not null,
  primary key (hazard_id)
);

-- The heads of all chains, drawn together once a day; each anchor covers the one before it.
create table ledger_anchor (
  id bigint not null auto_increment,
  anchor_day date not null,
  drawn_at datetime not null,
  previous char(64) not null,
  chains int not null,
  root char(64) not null,
  all_chains bigint not null,
  all_events bigint not null,
  algorithm varchar(16) not null,
  key_id varchar(16) not null,
  seal char(64) not null,
  primary key (id),
  constraint ledger_anchor_day unique (anchor_day)
);

-- The chains that had changed since the anchor before.
create table anchor_leaf (
  hazard_id bigint not null,
  anchor_id bigint not null,
  events int not null,
  head char(64) not null,
  primary key (hazard_id, anchor_id)
);

create index anchor_leaf_anchor on anchor_leaf (anchor_id, hazard_id);

-- By which ways an anchor has left for a second trust domain.
create table anchor_departure (
  anchor_id bigint not null,
  way varchar(10) not null,
  left_at datetime,
  whom varchar(200) not null,
  last_error varchar(500),
  primary key (anchor_id, way)
);

-- When a case was last held against its chain and its anchors, and how long it was then.
create table chain_check (
  hazard_id bigint not null,
  checked_at datetime not null,
  events int not null,
  primary key (hazard_id)
);

-- What did not hold; it stays when it is mended, with the time it was.
create table chain_finding (
  id bigint not null auto_increment,
  subject varchar(40) not null,
  hazard_id bigint,
  case_number varchar(40) not null,
  county_code varchar(6),
  verdict varchar(20) not null,
  seq int not null,
  detail varchar(300) not null,
  found_at datetime not null,
  gone_at datetime,
  primary key (id),
  constraint chain_finding_once unique (subject, verdict, seq)
);

create index chain_finding_hazard on chain_finding (hazard_id);

-- The runs of the audit: where the round of all cases goes on.
create table ledger_audit (
  id bigint not null auto_increment,
  began_at datetime not null,
  ended_at datetime,
  chains int not null,
  events bigint not null,
  round_at bigint not null,
  primary key (id)
);
