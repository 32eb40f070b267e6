-- Layers of kept judgements of spaces. Of two readings the pessimistic comes first.
create table judged_space (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  source_id text not null,
  kind text not null,
  name text,
  shelter integer,
  hazard text not null,
  stay text not null,
  verdict text,
  worst text,
  best text,
  area_m2 double precision not null,
  effective_m2 double precision,
  most_effective_m2 double precision,
  persons double precision,
  most_persons double precision,
  given_persons integer,
  everyday double precision,
  most_everyday double precision,
  emergency double precision,
  most_emergency double precision,
  people_nearby double precision,
  most_people_nearby double precision,
  geom geometry(geometry, 4326) not null
);

create table effective_area (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  space integer not null,
  source_id text not null,
  reading text not null,
  m2 double precision not null,
  geom geometry(geometry, 4326) not null
);

create table entrance (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  space integer not null,
  space_id text not null,
  sources text not null,
  compass text not null,
  width_m double precision,
  most_width_m double precision,
  open boolean,
  wheelchair boolean,
  geom geometry(point, 4326) not null
);

create table district_green (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  district integer,
  name text,
  minutes integer not null,
  people bigint not null,
  green_m2 double precision not null,
  m2_per_person double precision,
  sure bigint not null,
  people_unknown bigint not null,
  without bigint not null,
  geom geometry(geometry, 4326)
);

create index judged_space_result on judged_space (result_id);
create index effective_area_result on effective_area (result_id);
create index entrance_result on entrance (result_id);
create index district_green_result on district_green (result_id);
