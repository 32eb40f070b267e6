create index siting_result_geom on siting_result using gist (geom);
