-- What a rung was called and how high it was when it was climbed: the diagram says so, and may be
-- redrawn. The levels of before are the product's five.
alter table rung add column level_name varchar(40);
alter table rung add column height int;

update rung
set level_name = case level
      when 'TOWNSHIP' then '乡镇催办'
      when 'DEPARTMENT' then '县级部门督办'
      when 'OFFICE' then '县安委办督办函'
      when 'LISTING' then '挂牌督办或约谈'
      else '市级督办'
    end,
    height = case level
      when 'TOWNSHIP' then 10
      when 'DEPARTMENT' then 20
      when 'OFFICE' then 30
      when 'LISTING' then 40
      else 50
    end;

alter table rung modify column level_name varchar(40) not null;
alter table rung modify column height int not null;
