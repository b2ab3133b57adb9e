-- Who ended it, for whoever would end it once more.
alter table deputy add column ended_by varchar(64);
