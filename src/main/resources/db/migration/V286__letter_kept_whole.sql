-- A letter's number, its day and what it asks for (1000 letters by its form) are kept whole.
alter table rung modify column opinion varchar(1200);
