create index district_fairness_geom on district_fairness using gist (geom);
create index district_profile_geom on district_profile using gist (geom);
