create index scenario_edit_geom on scenario_edit using gist (geom);
create index coverage_result_geom on coverage_result using gist (geom);
create index gap_geom on gap using gist (geom);
