-- Who asked to explain it, for a colleague who asks once more.
alter table assessment_finding add column asked_by varchar(64);
