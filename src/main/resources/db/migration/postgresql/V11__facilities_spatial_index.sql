create index facility_geom on facility using gist (geom);
create index slope_geom on slope using gist (geom);
