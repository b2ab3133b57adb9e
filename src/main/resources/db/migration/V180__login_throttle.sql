-- Wrong passwords, counted by account and address together, by account, and by address. Who counts
-- and who expires is the application's; an attempt is one statement, whatever the node.
create table login_attempt (
  subject varchar(150) not null,
  account varchar(64),
  address varchar(64),
  failures int not null,
  last_at datetime not null,
  blocked_until datetime not null,
  primary key (subject)
);

create index ix_login_attempt_last on login_attempt (last_at);

-- From where an account came in: nobody elsewhere can keep it out from there.
create table login_address (
  account varchar(64) not null,
  address varchar(64) not null,
  last_at datetime not null,
  primary key (account, address)
);

create index ix_login_address_last on login_address (last_at);
