-- What was asked depends on the trade the enterprise was in when it answered.
alter table enterprise_profile add column subcategory_code char(4);

update enterprise_profile
set subcategory_code = (
  select e.subcategory_code from enterprise e where e.id = enterprise_profile.enterprise_id
);

alter table enterprise_profile modify column subcategory_code char(4) not null;
