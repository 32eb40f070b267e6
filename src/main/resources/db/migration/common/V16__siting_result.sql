-- The layer of a kept answer about siting: every candidate with what it adds where it is chosen, and what it would lose in a chosen
-- one's place where it is not.
create table siting_result (
  id bigint primary key,
  result_id integer not null references result (id) on delete cascade,
  no integer not null,
  chosen boolean not null,
  space integer,
  place integer,
  shelter integer,
  name text,
  cost double precision not null,
  capacity integer,
  verdict text,
  adds double precision,
  loses double precision,
  source_id text,
  geom geometry(geometry, 4326) not null
);

create index siting_result_result on siting_result (result_id);
