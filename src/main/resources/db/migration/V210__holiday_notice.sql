-- of which year's notice a day is: a notice names days of the December before it
alter table holiday add column notice_year int not null default 0;

update holiday
set notice_year = year(date) + case when month(date) = 12 and name like '元旦%' then 1 else 0 end;

-- years whose notice was imported whole: nothing but it holds for them
create table holiday_year (
  notice_year int not null,
  imported_at datetime not null,
  imported_by varchar(64) not null,
  primary key (notice_year)
);

-- no year: one import at a time holds this row
insert into holiday_year (notice_year, imported_at, imported_by)
values (0, '2000-01-01 00:00:00', 'rectify-system');

-- what each import changed; clocks set by a node that did not know it yet are counted again
create table holiday_import (
  id bigint not null auto_increment,
  imported_at datetime not null,
  imported_by varchar(64) not null,
  whole_years varchar(100) not null,
  changed_days text not null,
  moved int not null,
  kept int not null,
  primary key (id)
);

create index holiday_imported on holiday_import (imported_at);
