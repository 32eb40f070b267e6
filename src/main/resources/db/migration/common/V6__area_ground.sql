-- What an area's list says of its hazards and heights without reading its layers: hazards is a JSON list of
-- {name, hazard, zones, deepestM}, elevation whether a street has heights.

alter table area add column hazards text default '[]' not null;
alter table area add column elevation boolean default false not null;
