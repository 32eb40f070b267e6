-- Functions and types of H2GIS. There is no spatial index here: H2 2.4.240 cannot open a file again when a process was killed
-- while it wrote rows under one (ClassCastException from SpatialDataType during recovery), and nobody may lose a city that way.
create alias if not exists h2gis_spatial for "org.h2gis.functions.factory.H2GISFunctions.load";
call h2gis_spatial();
