-- What was answered to a request that carried a key of its sender's: sent again, it is answered
-- with the same and done no second time. Written in the transaction of what was done; a request
-- of many transactions has no answer yet while it is at work.
create table answered_request (
  person varchar(64) not null,
  request_key varchar(120) not null,
  door varchar(100) not null,
  content_hash char(64) not null,
  result varchar(100),
  answer mediumtext,
  asked_at datetime not null,
  answered_at datetime,
  primary key (person, request_key)
);

create index answered_request_age on answered_request (asked_at);
