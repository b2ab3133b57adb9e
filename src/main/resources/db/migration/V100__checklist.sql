-- what an enterprise answered about itself; traits are names of traits.csv, joined by ;
create table enterprise_profile (
  enterprise_id bigint not null,
  traits varchar(1000) not null,
  updated_at datetime not null,
  updated_by varchar(64) not null,
  primary key (enterprise_id),
  constraint fk_profile_enterprise foreign key (enterprise_id) references enterprise (id)
);

-- removed rows stay: confirmed lists and printed cards name them
create table workshop (
  id bigint not null auto_increment,
  enterprise_id bigint not null,
  name varchar(60) not null,
  traits varchar(1000) not null,
  removed boolean not null,
  primary key (id),
  constraint fk_workshop_enterprise foreign key (enterprise_id) references enterprise (id)
);

create table post (
  id bigint not null auto_increment,
  enterprise_id bigint not null,
  workshop_id bigint,
  name varchar(60) not null,
  traits varchar(1000) not null,
  removed boolean not null,
  primary key (id),
  constraint fk_post_enterprise foreign key (enterprise_id) references enterprise (id),
  constraint fk_post_workshop foreign key (workshop_id) references workshop (id)
);

-- a version never changes; a check names the one it was made with
create table guide_version (
  id bigint not null auto_increment,
  guide_code varchar(20) not null,
  version_number int not null,
  name varchar(100) not null,
  origin varchar(10) not null,
  content_hash char(64) not null,
  valid_from date not null,
  created_at datetime not null,
  created_by varchar(64) not null,
  primary key (id),
  constraint uq_guide_version unique (guide_code, version_number)
);

create table guide_item (
  id bigint not null auto_increment,
  version_id bigint not null,
  position int not null,
  code varchar(20) not null,
  part varchar(40) not null,
  content varchar(300) not null,
  method varchar(200) not null,
  basis varchar(200) not null,
  criterion varchar(20),
  traits varchar(400) not null,
  family varchar(10) not null,
  primary key (id),
  constraint uq_guide_item unique (version_id, code),
  constraint fk_guide_item_version foreign key (version_id) references guide_version (id)
);

create table checklist (
  id bigint not null auto_increment,
  enterprise_id bigint not null,
  version_number int not null,
  confirmed_at datetime not null,
  confirmed_by varchar(64) not null,
  primary key (id),
  constraint uq_checklist unique (enterprise_id, version_number),
  constraint fk_checklist_enterprise foreign key (enterprise_id) references enterprise (id)
);

-- one row for each place an item is checked at: a post, a workshop, or, with neither, the whole
-- enterprise; an item left out has its reason and no place
create table checklist_item (
  id bigint not null auto_increment,
  checklist_id bigint not null,
  guide_item_id bigint not null,
  workshop_id bigint,
  post_id bigint,
  left_out varchar(200),
  primary key (id),
  constraint fk_checklist_item foreign key (checklist_id) references checklist (id),
  constraint fk_checklist_guide_item foreign key (guide_item_id) references guide_item (id)
);

create index ix_workshop_enterprise on workshop (enterprise_id);
create index ix_post_enterprise on post (enterprise_id);
create index ix_checklist_item on checklist_item (checklist_id);
