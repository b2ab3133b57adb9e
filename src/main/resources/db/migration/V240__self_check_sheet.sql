-- The answers to the items of a self-check: while the check is open a draft, the same for everybody of
-- the enterprise on whatever device; once signed, all of the list as it was answered, with its wording.
-- JSON, compressed: a year of the city is 150,000 sheets.
create table self_check_sheet (
  self_check_id bigint not null,
  revision int not null,
  content longblob not null,
  signed_at datetime,
  primary key (self_check_id),
  constraint self_check_sheet_of foreign key (self_check_id) references self_check (id)
);

alter table self_check add column not_applicable_count int;

-- what is wrong, where, and the photos' ids with commas between, as they were given at the item; null in
-- checks from before
alter table self_check_finding add column description varchar(300);
alter table self_check_finding add column location varchar(200);
alter table self_check_finding add column photos varchar(200);
