package org.commonground.space;

import java.util.regex.Pattern;
import org.commonground.geo.LocalProjection;
import org.locationtech.jts.geom.Geometry;

/** The ground under trees. */
public final class TreeCover {

  private static final Pattern METRES = Pattern.compile("(\\d{1,2}(?:\\.\\d+)?)\\s*m?");
  private static final int QUADRANT_SEGMENTS = 4;

  private TreeCover() {
  }

  /**
   * A wood covers its outline, a tree a circle, a row of trees a strip; the width of the last two is the recorded
   * {@code diameter_crown}, else what the caller assumes, once the least and once the most.
   *
   * @param shade       a facility of kind {@link FacilityKind#SHADE}
   * @param crownMetres diameter of a crown of which none is recorded, above 0
   * @return polygon or multipolygon, metres; a circle is drawn with 16 corners and is 3 percent smaller than a round one
   * @throws IllegalArgumentException for a facility of another kind, or a crown of no width
   */
  public static Geometry of(Facility shade, LocalProjection projection, double crownMetres) {
    if (shade.kind() != FacilityKind.SHADE) {
      throw new IllegalArgumentException(shade.sourceId() + " is " + shade.kind().word() + ", not shade");
    }
    if (!(crownMetres > 0)) {
      throw new IllegalArgumentException("a crown is " + crownMetres + " m wide, not above 0");
    }
    var ground = projection.toMetres(shade.geometry());
    if (ground.getDimension() == 2) {
      return ground;
    }
    var recorded = METRES.matcher(shade.tags().getOrDefault("diameter_crown", "").strip());
    double crown = recorded.matches() && Double.parseDouble(recorded.group(1)) > 0 ? Double.parseDouble(recorded.group(1)) : crownMetres;
    return ground.buffer(crown / 2, QUADRANT_SEGMENTS);
  }
}
