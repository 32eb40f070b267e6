-- Layers of kept answers about districts.
create table district_fairness (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  district integer,
  name text,
  people bigint not null,
  covered bigint not null,
  no_way bigint not null,
  median_seconds integer,
  gini double precision,
  palma double precision,
  worst_tenth_seconds integer,
  accessibility double precision,
  most_accessibility double precision,
  geom geometry(geometry, 4326)
);

create table district_profile (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  district integer,
  name text,
  aspect text not null,
  indicator text not null,
  unit text not null,
  low double precision,
  high double precision,
  geom geometry(geometry, 4326)
);

create index district_fairness_result on district_fairness (result_id);
create index district_profile_result on district_profile (result_id);
