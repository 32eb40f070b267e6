package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.commonground.geo.LocalProjection;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class TreeCoverTest {

  private static final LocalProjection PLANE = LocalProjection.around(7.42, 43.73);

  private static Facility facility(FacilityKind kind, String metres, Map<String, String> tags) throws ParseException {
    Geometry shape = PLANE.toDegrees(new WKTReader().read(metres));
    return new Facility(0, "node/1", kind, true, null, Map.of(), tags, shape);
  }

  private static double area(String metres, String crown) throws ParseException {
    return TreeCover.of(facility(FacilityKind.SHADE, metres, crown == null ? Map.of() : Map.of("diameter_crown", crown)), PLANE, 6).getArea();
  }

  @Test
  void woodsTreesAndRows() throws ParseException {
    assertEquals(600, area("POLYGON((0 0, 20 0, 20 30, 0 30, 0 0))", "90"), 0.01, "whatever its crowns");
    assertEquals(9 * Math.PI, area("POINT(5 5)", null), 0.03 * 9 * Math.PI);
    assertEquals(16 * Math.PI, area("POINT(5 5)", "8 m"), 0.03 * 16 * Math.PI);
    assertEquals(9 * Math.PI, area("POINT(5 5)", "wide"), 0.03 * 9 * Math.PI);
    assertEquals(9 * Math.PI, area("POINT(5 5)", "0"), 0.03 * 9 * Math.PI);
    assertEquals(100 * 6 + 9 * Math.PI, area("LINESTRING(0 0, 100 0)", null), 1);
    assertThrows(IllegalArgumentException.class, () -> TreeCover.of(facility(FacilityKind.SEAT, "POINT(1 1)", Map.of()), PLANE, 6));
    assertThrows(IllegalArgumentException.class, () -> TreeCover.of(facility(FacilityKind.SHADE, "POINT(1 1)", Map.of()), PLANE, 0));
  }
}
