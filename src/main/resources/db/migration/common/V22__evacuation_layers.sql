-- The layers of a kept evacuation: each street and direction that people walk by the plan, what is too narrow, and each shelter.
create table evacuation_route (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  street integer not null,
  name text,
  direction text not null,
  people integer not null,
  from_seconds integer not null,
  to_seconds integer not null,
  most integer not null,
  most_waiting integer not null,
  geom geometry(geometry, 4326) not null
);

create table evacuation_bottleneck (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  kind text not null,
  street integer,
  shelter integer,
  name text,
  people integer not null,
  from_seconds integer not null,
  to_seconds integer not null,
  width_m double precision,
  width_known boolean,
  saves_seconds integer,
  saves_at_most integer,
  more_placed integer,
  saves_is text,
  wider text,
  geom geometry(geometry, 4326) not null
);

create table evacuation_arrival (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  shelter integer not null,
  name text,
  room integer,
  planned integer not null,
  unplanned integer not null,
  turned_away integer not null,
  places_missing integer not null,
  first_seconds integer,
  last_seconds integer,
  gate_persons_per_second double precision not null,
  geom geometry(geometry, 4326) not null
);

create index evacuation_route_result on evacuation_route (result_id);
create index evacuation_bottleneck_result on evacuation_bottleneck (result_id);
create index evacuation_arrival_result on evacuation_arrival (result_id);
