create index fact_geom on fact using gist (geom);
