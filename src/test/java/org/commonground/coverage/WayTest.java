package org.commonground.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.commonground.coverage.Way.Leg;
import org.commonground.coverage.WayStep.Turn;
import org.commonground.network.Drawing;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class WayTest {

  /** From the middle of a bent street 100 m east and 100 m north, right into one that leads east, 60 m of it, in two legs. */
  @Test
  void partsOfStreetsBecomeOneLineAndSteps() {
    var streets = new Drawing().node("A", 0, 0).node("B", 100, 100).node("C", 200, 100).bent("A", "B", List.of(new Coordinate(100, 0)))
        .street("C", "B").network();
    var way = Way.along(streets, 7, List.of(new Leg(0, 0.25, 1, 125_000), new Leg(1, 1, 0.7, 25_000), new Leg(1, 0.7, 0.4, 25_000)));
    assertEquals(7, way.shelter());
    assertEquals(175_000, way.millis());
    assertEquals(210, way.metres(), 0.1);
    var expected = List.of(Drawing.degrees(50, 0), Drawing.degrees(100, 0), Drawing.degrees(100, 100), Drawing.degrees(130, 100),
        Drawing.degrees(160, 100));
    assertEquals(expected.size(), way.line().getNumPoints());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(0, expected.get(i).distance(way.line().getCoordinateN(i)), 2e-6, "point " + i);
    }
    assertEquals(List.of(Turn.START, Turn.RIGHT, Turn.ARRIVE), way.steps().stream().map(WayStep::turn).toList());
    assertEquals(150, way.steps().get(0).metres(), 0.1);
    assertEquals(60, way.steps().get(1).metres(), 0.1);
    assertEquals(50_000, way.steps().get(1).millis());
  }
}
