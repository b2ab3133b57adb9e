-- The one simulation this database holds, if it holds one: what it was begun with, and how far it is.
create table simulation (
  id int not null,
  seed bigint not null,
  profile_hash char(64) not null,
  enterprises int not null,
  worked_until datetime not null,
  primary key (id)
);

-- What the simulator has had people do, written in the transaction of the work: its own count, to
-- be held against the product's tables, and what keeps a killed run from doing anything twice.
create table simulation_deed (
  deed_key varchar(80) not null,
  kind varchar(20) not null,
  enterprise_id bigint,
  amount int not null,
  photos int not null,
  done_at datetime not null,
  primary key (deed_key)
);
