-- Proof of what was found and done: photos and files. The bytes lie in the evidence directory under
-- "stored_as". A row without a number is a draft, which its uploader's next report takes along. Nothing
-- but a draft is ever deleted.
create table evidence (
  id bigint not null auto_increment,
  uploaded_by varchar(64) not null,
  client_key varchar(64) not null,
  uploaded_by_name varchar(200) not null,
  uploaded_at datetime not null,
  case_number varchar(40),
  step varchar(100) not null,
  task_id varchar(64),
  round int not null,
  kind varchar(16) not null,
  file_name varchar(120) not null,
  media_type varchar(40) not null,
  size bigint not null,
  sha256 char(64) not null,
  stored_as varchar(60) not null,
  picture_hash bigint,
  band1 int,
  band2 int,
  band3 int,
  band4 int,
  taken_at datetime,
  latitude decimal(9, 6),
  longitude decimal(9, 6),
  withdrawn_at datetime,
  primary key (id),
  constraint uq_evidence_client_key unique (uploaded_by, client_key),
  constraint uq_evidence_stored_as unique (stored_as)
);

create index ix_evidence_case on evidence (case_number, step);
create index ix_evidence_sha256 on evidence (sha256);
create index ix_evidence_band1 on evidence (band1);
create index ix_evidence_band2 on evidence (band2);
create index ix_evidence_band3 on evidence (band3);
create index ix_evidence_band4 on evidence (band4);
