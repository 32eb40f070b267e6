package org.commonground.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class PassabilityTest {

  private static final Profile ADULT = new Profile("adult", 1.2, 0.5, false, 100);
  private static final Profile WHEELCHAIR = new Profile("wheelchair", 0.7, 0, true, 8.33);

  private static Street street(String surface, String smoothness, boolean steps, String kerb, String wheelchair, String incline,
      String access) {
    var line = new GeometryFactory().createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(0, 1e-4)});
    return new Street(0, 1, 0, 1, line, 11_000, steps ? "steps" : "footway", null, Map.of(), null, surface, smoothness, steps,
        kerb, wheelchair, incline, false, false, 0, access, null, null);
  }

  /** Columns: surface, smoothness, kerb, wheelchair, incline, what a wheelchair can do. */
  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "asphalt, -, -, -, -, YES", "-, good, -, -, -, YES", "-, -, -, -, -, UNKNOWN", "gravel, -, -, -, -, NO",
      "asphalt, bad, -, -, -, NO", "asphalt, -, raised, -, -, NO", "asphalt, -, rolled, -, -, UNKNOWN",
      "asphalt, -, yes, -, -, UNKNOWN", "asphalt, -, unrecorded, -, -, UNKNOWN", "asphalt, -, lowered, -, -, YES", "asphalt, -, flush, -, -, YES",
      "gravel, -, raised, yes, -, YES", "asphalt, -, -, no, -, NO", "asphalt, -, -, limited, -, UNKNOWN",
      "asphalt, -, -, -, 5%, YES", "asphalt, -, -, -, -8 %, YES", "asphalt, -, -, -, 12%, NO", "asphalt, -, -, -, up, UNKNOWN",
      "asphalt, -, -, -, 4°, YES", "asphalt, -, -, -, 6°, NO", "sett, -, -, -, -, UNKNOWN", "asphalt, -, -, -, 0, YES",
      "gravel, good, -, -, -, NO", "-, good, raised, -, -, NO", "-, -, lowered, -, -, UNKNOWN", "new, odd, -, -, -, UNKNOWN",
      "-, -, -, -, -12%, NO", "gravel, -, raised, designated, 20%, YES", "asphalt, -, -, -, '8,34%', NO",
      "asphalt, -, -, -, 8.33%, YES", "asphalt, -, -, -, 90°, NO", "asphalt, -, -, -, 1:12, UNKNOWN", "asphalt, -, -, -, 5, UNKNOWN",
      "asphalt, -, -, -, NaN%, UNKNOWN"})
  void onWheels(String surface, String smoothness, String kerb, String wheelchair, String incline, Passability expected) {
    assertEquals(expected, Passability.of(street(surface, smoothness, false, kerb, wheelchair, incline, null), WHEELCHAIR));
    assertEquals(Passability.YES, Passability.of(street(surface, smoothness, false, kerb, wheelchair, incline, null), ADULT));
  }

  @Test
  void stairsAndClosedWays() {
    assertEquals(Passability.YES, Passability.of(street(null, null, true, null, null, null, null), ADULT));
    assertEquals(Passability.NO, Passability.of(street("asphalt", null, true, null, "yes", null, null), WHEELCHAIR));
    assertEquals(Passability.NO, Passability.of(street("asphalt", null, false, null, null, null, "private"), ADULT));
    assertEquals(Passability.NO, Passability.of(street("asphalt", null, false, null, null, null, "no"), ADULT));
    assertEquals(Passability.YES, Passability.of(street("asphalt", null, false, null, null, null, "permissive"), ADULT));
  }

  /** 1 m up in 11 m is 9 %: too steep for a wheelchair by the heights, but they are coarse. */
  @Test
  void measuredGradeIsInDoubtAndARecordedOneDecides() {
    var heights = new HeightProfile(new float[] {0, 1});
    var plain = street("asphalt", null, false, null, null, null, null).withHeights(heights);
    assertEquals(Passability.UNKNOWN, Passability.of(plain, WHEELCHAIR));
    assertEquals(Passability.YES, Passability.of(plain, ADULT));
    assertEquals(Passability.YES, Passability.of(street("asphalt", null, false, null, null, "5%", null).withHeights(heights), WHEELCHAIR));
    assertEquals(Passability.YES, Passability.of(plain.withHeights(new HeightProfile(new float[] {0, 0.5f})), WHEELCHAIR));
  }
}
