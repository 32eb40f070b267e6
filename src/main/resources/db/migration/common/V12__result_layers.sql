-- Layers of kept results beside coverage_result and gap. Persons of survey are means over samples where buildings collapse.

create table expected_result (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  people integer not null,
  state text not null,
  share double precision not null,
  share_low double precision not null,
  share_high double precision not null,
  most_share double precision not null,
  district integer,
  source_id text,
  geom geometry(geometry, 4326) not null
);

create table room_result (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  people integer not null,
  state text not null,
  shelter integer,
  placed integer not null,
  placed_elsewhere integer not null,
  not_placed integer not null,
  most_placed integer not null,
  district integer,
  source_id text,
  geom geometry(geometry, 4326) not null
);

create table shelter_room (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  shelter integer not null,
  name text,
  capacity integer,
  placed integer not null,
  nearest integer not null,
  area_m2 double precision,
  m2_per_person double precision,
  rule_m2_per_person double precision not null,
  crowding text not null,
  price_people integer not null,
  price_seconds bigint not null,
  geom geometry(geometry, 4326) not null
);

create table shelter_loss (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  shelter integer not null,
  name text,
  people integer not null,
  uncovered integer not null,
  person_minutes bigint not null,
  minutes integer not null,
  geom geometry(point, 4326) not null
);

create table street_loss (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  street integer not null,
  name text,
  kind text not null,
  bridge boolean not null,
  tunnel boolean not null,
  steps boolean not null,
  uncovered integer not null,
  person_minutes bigint not null,
  minutes integer not null,
  geom geometry(linestring, 4326) not null
);

create table border_gain (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  district integer,
  district_name text,
  other_district integer,
  other_district_name text,
  people integer not null,
  people_of_district integer not null,
  person_minutes bigint not null,
  geom geometry(geometry, 4326)
);

create table survey (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  layer text not null,
  feature integer not null,
  fact text not null,
  name text,
  people double precision not null,
  geom geometry(geometry, 4326) not null
);

create index expected_result_result on expected_result (result_id);
create index room_result_result on room_result (result_id);
create index shelter_room_result on shelter_room (result_id);
create index shelter_loss_result on shelter_loss (result_id);
create index street_loss_result on street_loss (result_id);
create index border_gain_result on border_gain (result_id);
create index survey_result on survey (result_id);
