create index hazard_zone_geom on hazard_zone using gist (geom);
