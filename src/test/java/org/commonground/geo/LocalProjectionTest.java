package org.commonground.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

class LocalProjectionTest {

  /** Against Karney's geodesics, an implementation of its own: lengths within 50 km are right to 50 parts in a million. */
  @Test
  void lengthsAreThoseOfGeodesics() {
    var random = new Random(7);
    for (int trial = 0; trial < 500; trial++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = random.nextDouble() * 160 - 80;
      var plane = LocalProjection.around(lon, lat);
      var a = plane.toDegrees(random.nextInt(80_000) - 40_000, random.nextInt(80_000) - 40_000);
      var b = plane.toDegrees(random.nextInt(80_000) - 40_000, random.nextInt(80_000) - 40_000);
      if (!plane.reaches(a.x, a.y) || !plane.reaches(b.x, b.y)) {
        continue;
      }
      double expected = Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x).s12;
      assertEquals(expected, plane.toMetres(a.x, a.y).distance(plane.toMetres(b.x, b.y)), 5e-5 * expected + 1e-3);
    }
  }

  @Test
  void farPlacesAreRefused() {
    var plane = LocalProjection.around(7.42, 43.73);
    assertFalse(plane.reaches(-172.58, -43.73));
    assertFalse(plane.reaches(Double.NaN, 43));
    assertThrows(IllegalArgumentException.class, () -> plane.toMetres(-172.58, -43.73));
    assertThrows(IllegalArgumentException.class, () -> LocalProjection.around(181, 0));
    assertThrows(IllegalArgumentException.class, () -> LocalProjection.around(0, Double.NaN));
  }
}
