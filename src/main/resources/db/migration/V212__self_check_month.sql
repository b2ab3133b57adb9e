-- months whose opening went through to its end; another is opened as soon as the product lives
create table self_check_month (
  period char(7) not null,
  opened_at datetime not null,
  primary key (period)
);

insert into self_check_month (period, opened_at)
select period, min(opened_at) from self_check group by period;

-- a product that is new begins with the next month: nobody is asked in the last days of one
insert into self_check_month (period, opened_at)
select concat(year(current_date), '-', lpad(cast(month(current_date) as char(2)), 2, '0')),
  current_timestamp
from dual
where not exists (select 1 from self_check);
