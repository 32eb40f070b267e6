create index expected_result_geom on expected_result using gist (geom);
create index room_result_geom on room_result using gist (geom);
create index shelter_room_geom on shelter_room using gist (geom);
create index shelter_loss_geom on shelter_loss using gist (geom);
create index street_loss_geom on street_loss using gist (geom);
create index border_gain_geom on border_gain using gist (geom);
create index survey_geom on survey using gist (geom);
