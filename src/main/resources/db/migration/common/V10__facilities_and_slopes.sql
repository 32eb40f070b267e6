-- What lies in and around spaces, and how steep their ground is. A facility is not certain where it is of its kind only if a fact
-- that is not recorded says so. Ground of a space that lies in no slope zone is not flat: nothing is known of it.

create table facility (
  id bigint primary key,
  area_id integer not null references area (id) on delete cascade,
  no integer not null,
  source_id text not null,
  kind text not null,
  certain boolean not null,
  name text,
  names text not null,
  tags text not null,
  geom geometry(geometry, 4326) not null
);

create table slope (
  id bigint primary key,
  area_id integer not null references area (id) on delete cascade,
  no integer not null,
  least_percent integer not null,
  source_id text not null,
  geom geometry(multipolygon, 4326) not null
);

create index facility_area on facility (area_id);
create index slope_area on slope (area_id);
