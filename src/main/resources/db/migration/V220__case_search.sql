-- What a case is found by, in the one form in which texts are searched (SearchWords): its number,
-- enterprise, place and what is wrong there, which never change. Beside the case, not in it: a
-- narrow table is read through in a fraction of the time the wide one takes.
create table case_search (
  hazard_id bigint not null,
  words varchar(1500) not null,
  primary key (hazard_id)
);

-- Lists in the order of last days, cases closed this month, what a person has done.
create index hazard_due_at on hazard (due_at);
create index hazard_closed on hazard (closed_at);
create index hazard_event_actor on hazard_event (actor, happened_at);
