-- why a role leads a trade where that may be doubted: the city's own decision, in words
alter table industry_subcategory add column note varchar(200);
