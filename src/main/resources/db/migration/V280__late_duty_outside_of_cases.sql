-- work that is no case's can be late too: an inspection, a list, a red light, a table to sign
alter table late_duty modify column hazard_id bigint null;
alter table late_duty add column number varchar(64);
alter table late_duty add column title varchar(500);
alter table late_duty add column county_code varchar(6);

create index late_duty_number on late_duty (number, ended_at);
