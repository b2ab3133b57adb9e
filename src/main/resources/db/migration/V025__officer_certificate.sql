create table officer_certificate (
  certificate_number varchar(64) not null,
  user_id varchar(64) not null,
  valid_until date not null,
  primary key (certificate_number)
);

create index officer_certificate_user on officer_certificate (user_id);
