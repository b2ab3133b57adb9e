-- What a document says is frozen with it: the hash covers number, date and content, the token leads
-- from its QR code to the page that confirms it. Documents from before have neither.
alter table document add column sha256 char(64);
alter table document add column token varchar(32);
alter table document add column issuer_group varchar(64);
alter table document add column party_group varchar(64);
alter table document add constraint uq_document_token unique (token);
create index ix_document_issuer on document (issuer_group, id);
create index ix_document_party on document (party_group, id);

-- A correction is a further version under the same number. Nothing here is ever changed.
create table document_correction (
  document_id bigint not null,
  version int not null,
  content longtext not null,
  sha256 char(64) not null,
  token varchar(32) not null,
  changed varchar(2500) not null,
  reason varchar(500) not null,
  corrected_at datetime not null,
  corrected_by varchar(64) not null,
  corrected_by_name varchar(200) not null,
  primary key (document_id, version),
  constraint uq_document_correction_token unique (token),
  constraint document_correction_of foreign key (document_id) references document (id)
);

alter table inspection add column witness varchar(50);
