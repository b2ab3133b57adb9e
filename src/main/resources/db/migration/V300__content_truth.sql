-- Against what the words of an item were read, by when somebody looks again, and what an officer may do
-- about a failure (null in a self-check). Items from before nobody had read against anything.
alter table guide_item add column checked varchar(20) not null default 'MEMORY';
alter table guide_item add column review date not null default '2027-01-31';
alter table guide_item add column action varchar(60);

-- when somebody last went through the guide; of what a city wrote, the day it came into use
alter table guide_version add column looked_at date;
update guide_version set looked_at = valid_from;
