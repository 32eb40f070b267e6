-- Ground that hazards take, and heights along streets (decimetres, evenly spaced, separated by blanks; null where not recorded).

create table hazard_zone (
  id bigint primary key,
  area_id integer not null references area (id) on delete cascade,
  no integer not null,
  name text not null,
  hazard text not null,
  depth_m double precision,
  source_id text not null,
  geom geometry(multipolygon, 4326) not null
);

create index hazard_zone_area on hazard_zone (area_id);

alter table street add column heights_dm text;
