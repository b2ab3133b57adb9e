-- A Chinese name is one word, family name first: joined in the one field the engine shows first.
update ACT_ID_USER
set FIRST_ = concat(coalesce(LAST_, ''), coalesce(FIRST_, '')), LAST_ = ''
where LAST_ is null or LAST_ <> '';
