-- The one history of a demo: made when the register was empty, and never again. No other profile
-- writes a row.
create table demo_history (
  id int not null,
  first_day date not null,
  until_at datetime not null,
  finished_at datetime,
  primary key (id)
);
