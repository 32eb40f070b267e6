create index judged_space_geom on judged_space using gist (geom);
create index effective_area_geom on effective_area using gist (geom);
create index entrance_geom on entrance using gist (geom);
create index district_green_geom on district_green using gist (geom);
