-- the last sign of life of any node
create table heartbeat (
  id int not null,
  beat_at datetime,
  primary key (id)
);

insert into heartbeat (id, beat_at) values (1, null);

-- a time in which no node lived, and what the city's office chose for what fell into it
create table standstill (
  id bigint not null auto_increment,
  stood_from datetime not null,
  stood_until datetime not null,
  hold_until datetime not null,
  lost_months varchar(200),
  choice varchar(8),
  reason varchar(500),
  chosen_at datetime,
  chosen_by varchar(64),
  primary key (id)
);

create table standstill_item (
  standstill_id bigint not null,
  waiting_id varchar(64) not null,
  kind varchar(8) not null,
  process_key varchar(64) not null,
  number varchar(64) not null,
  county_code varchar(6) not null,
  step varchar(100) not null,
  name varchar(200) not null,
  due_at datetime not null,
  held_until datetime,
  moved_to datetime,
  primary key (standstill_id, waiting_id),
  constraint standstill_item_of foreign key (standstill_id) references standstill (id)
);
