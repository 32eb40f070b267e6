package org.commonground.ingest;

import org.commonground.statement.Wording;

/** What an import assumed or chose. */
enum ImportWording implements Wording {
  BOUNDARY_MISSING("No boundary of the area is complete in the map data; its ground stands for it."),
  PEOPLE_PLACED("People stand where {file} places them."),
  PEOPLE_SCALED("The {people} people of {file} are scaled to the given total of {total}."),
  DISTRICTS_SCALED("The districts' recorded {people} people are scaled to the given total of {total}."),
  NOBODY_OUTSIDE("Nobody is placed in {count} buildings outside the districts that record a population; --population-total N would "
      + "place the rest of N there."),
  READ_AS("{file} was read as {encoding}."),
  PRJ_MISSING("{file} has no .prj beside it: its coordinates are taken as longitude and latitude (WGS 84)."),
  SRTM_SURFACE("SRTM measured the surface that radar saw: roofs and trees count as ground."),
  FIRST_BAND("Of the {count} bands of {file} the first is used."),
  DEPTHS_FROM("Depths of {hazard} come from the cells of {raster}, taken as metres and cut into classes from {depths} m; a zone "
      + "counts with the least depth of its class, and what is shallower than the least class counts as dry."),
  DEPTHS_MISSING("{percent} % of the area has no depth in {file}: nothing is known of {hazard} there, and it counts as free of it."),
  ZONES_FROM("Zones of {hazard} come from {file}; outside them it counts as not there."),
  SLOPES_MISSING("{count} of {spaces} spaces with an outline lie wholly or partly where {files} has no heights, such as {examples}: "
      + "how steep they are is unknown there."),
  SLOPES_FROM("The slope of spaces comes from the heights of {files} by Horn's formula, cell by cell, in classes from {classes} "
      + "percent; a bank, a terrace or stairs smaller than some cells are not in it."),
  HEIGHTS_MISSING("{count} of {sections} street sections have no recorded height and count as level."),
  HEIGHTS_FROM("Heights along streets come from the cells of {rasters}, taken as metres and interpolated between cells; what "
      + "is smaller than a cell, such as a wall or a bank, is not in them."),
  BRIDGES_STRAIGHT("Bridges and tunnels run straight between their ends on the ground.");

  private final String english;

  ImportWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
