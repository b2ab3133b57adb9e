-- Who took over from a unit of the catalog that was retired, and what moved when.
create table succession (
  kind varchar(16) not null,
  code varchar(40) not null,
  successor varchar(40) not null,
  in_force_from date not null,
  basis varchar(200) not null,
  applied_at datetime not null,
  applied_by varchar(64) not null,
  moved varchar(1000) not null,
  primary key (kind, code)
);

-- whoever moves holds this row, so that two nodes take turns
insert into succession (
  kind, code, successor, in_force_from, basis, applied_at, applied_by, moved
) values ('', '', '', '2026-01-01', '', '2026-01-01 00:00:00', '', '');
