-- Who took back which deployment, and why. The deployment itself is gone from the engine.
create table deployment_withdrawal (
  id bigint not null auto_increment,
  deployment_id varchar(64) not null,
  name varchar(255),
  files varchar(2000) not null,
  deployed_at datetime not null,
  withdrawn_by varchar(64) not null,
  withdrawn_at datetime not null,
  reason varchar(500) not null,
  primary key (id),
  unique (deployment_id)
);
