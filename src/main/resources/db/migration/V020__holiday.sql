-- imported days; they win over those of the calendar library
create table holiday (
  date date not null,
  name varchar(40) not null,
  day_off boolean not null,
  primary key (date)
);
