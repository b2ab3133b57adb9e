-- The seal of each paper that was issued or signed: a code under a key over all that it says. What is
-- printed on it stays the plain hash beside it. No foreign key: a paper that is deleted leaves its
-- trace here.
create table paper_seal (
  room varchar(16) not null,
  paper_id bigint not null,
  algorithm varchar(16) not null,
  key_id varchar(16) not null,
  seal char(64) not null,
  primary key (room, paper_id)
);

-- Since when the papers of a room are sealed: those there were before were sealed then, once, as they
-- were found. And where the audit's round goes on.
create table sealed_room (
  room varchar(16) not null,
  since datetime not null,
  round_at bigint not null,
  primary key (room)
);

alter table ledger_audit add column papers int not null default 0;
