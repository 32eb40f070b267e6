create index evacuation_route_geom on evacuation_route using gist (geom);
create index evacuation_bottleneck_geom on evacuation_bottleneck using gist (geom);
create index evacuation_arrival_geom on evacuation_arrival using gist (geom);
