create table enterprise (
  id bigint not null auto_increment,
  credit_code char(18) not null,
  name varchar(200) not null,
  township_code char(9) not null,
  county_code char(6) not null,
  subcategory_code char(4) not null,
  grade char(1),
  legal_representative varchar(60),
  safety_officer varchar(60),
  phone varchar(40),
  address varchar(300),
  longitude decimal(9, 6),
  latitude decimal(9, 6),
  enrolled boolean not null,
  created_at datetime not null,
  updated_at datetime not null,
  primary key (id)
);

create unique index uq_enterprise_credit_code on enterprise (credit_code);
create index ix_enterprise_county_name on enterprise (county_code, name);
create index ix_enterprise_township on enterprise (township_code);
create index ix_enterprise_subcategory on enterprise (subcategory_code, county_code);
create index ix_enterprise_name on enterprise (name);
