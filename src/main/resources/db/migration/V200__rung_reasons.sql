-- Why a rung was climbed: the deadline that was in force and missed, or so many failed rechecks.
alter table rung add column cause varchar(16);
alter table rung add column due_at date;
alter table rung add column failures int;
alter table rung add column rule_text varchar(300);
-- when its supervisor was last asked, and how often: the top is asked until the case is closed
alter table rung add column asked_at datetime;
alter table rung add column times int;

-- rungs of before: the date in force was that of the next failed recheck or granted extension
update rung
set cause = 'OVERDUE',
    asked_at = climbed_at,
    times = 1,
    failures = (
      select count(*) from recheck r
      where r.hazard_id = rung.hazard_id and r.result = 'failed' and r.rechecked_at <= rung.climbed_at
    ),
    due_at = coalesce(
      (
        select min(r.due_at) from recheck r
        where r.hazard_id = rung.hazard_id and r.result = 'failed' and r.rechecked_at > rung.climbed_at
      ),
      (
        select min(x.due_at) from extension x
        where x.hazard_id = rung.hazard_id and x.decision = 'granted' and x.decided_at > rung.climbed_at
      ),
      (select h.due_at from hazard h where h.id = rung.hazard_id)
    );

alter table rung modify column cause varchar(16) not null;
alter table rung modify column failures int not null;
alter table rung modify column asked_at datetime not null;
alter table rung modify column times int not null;
