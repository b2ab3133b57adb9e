create table county (
  code varchar(6) not null,
  name varchar(60) not null,
  short_name varchar(10) not null,
  zone boolean not null,
  constructed boolean not null,
  retired boolean not null,
  primary key (code)
);

create table township (
  code varchar(9) not null,
  name varchar(60) not null,
  kind varchar(10) not null,
  county_code varchar(6) not null,
  retired boolean not null,
  primary key (code),
  constraint fk_township_county foreign key (county_code) references county (code)
);

create table industry_category (
  code varchar(2) not null,
  name varchar(60) not null,
  retired boolean not null,
  primary key (code)
);

create table department_role (
  role varchar(30) not null,
  city_name varchar(60) not null,
  county_name varchar(60),
  fallback varchar(30),
  constructed boolean not null,
  retired boolean not null,
  primary key (role)
);

create table industry_subcategory (
  code varchar(4) not null,
  name varchar(60) not null,
  category_code varchar(2) not null,
  lead_role varchar(30) not null,
  constructed boolean not null,
  retired boolean not null,
  primary key (code),
  constraint fk_subcategory_category foreign key (category_code) references industry_category (code),
  constraint fk_subcategory_role foreign key (lead_role) references department_role (role)
);

-- county_code is a county or the city, 350500, which is no county
create table department (
  county_code varchar(6) not null,
  role varchar(30) not null,
  name varchar(60) not null,
  constructed boolean not null,
  retired boolean not null,
  primary key (county_code, role),
  constraint fk_department_role foreign key (role) references department_role (role)
);

create table responsibility_override (
  subcategory_code varchar(4) not null,
  county_code varchar(6) not null,
  role varchar(30) not null,
  retired boolean not null,
  primary key (subcategory_code, county_code, role),
  constraint fk_override_subcategory foreign key (subcategory_code)
    references industry_subcategory (code),
  constraint fk_override_role foreign key (role) references department_role (role)
);
