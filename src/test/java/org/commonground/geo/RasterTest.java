package org.commonground.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.util.Random;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultEngineeringCRS;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class RasterTest {

  /** Columns 0 to 2 from 7 to 7.3 east, rows 0 and 1 from 43.2 to 43 north. */
  private static final CellGrid GRID = CellGrid.ofDegrees(3, 2, 7, 43.2, 0.1, 0.1);

  private static Raster raster(float... values) {
    return new Raster(GRID, values);
  }

  @Test
  void nearestIsTheCellAPlaceLiesIn() {
    var raster = raster(1, 2, 3, 4, 5, Float.NaN);
    assertEquals(1, raster.nearest(7.01, 43.19));
    assertEquals(5, raster.nearest(7.199, 43.099));
    for (var place : new double[][] {{7.25, 43.05}, {6.99, 43.1}, {7.31, 43.1}, {7.1, 42.99}, {7.1, 43.21}}) {
      assertTrue(Float.isNaN(raster.nearest(place[0], place[1])));
      assertTrue(Double.isNaN(raster.bilinear(place[0], place[1])));
    }
  }

  @Test
  void betweenTheMiddlesOfCellsItIsLinear() {
    var raster = raster(0, 10, 20, 100, 110, Float.NaN);
    assertEquals(0, raster.bilinear(7.05, 43.15), 1e-9, "the middle of a cell");
    assertEquals(5, raster.bilinear(7.1, 43.15), 1e-9, "between two");
    assertEquals(55, raster.bilinear(7.1, 43.1), 1e-9, "between four");
    assertEquals(0, raster.bilinear(7.01, 43.19), 1e-9, "outside the middles there is nothing to interpolate with");
    assertEquals((10 + 20 + 110) / 3.0, raster.bilinear(7.19999999, 43.10000001), 1e-4, "what is not known does not count");
  }

  /** A plane is what bilinear interpolation gives back exactly, on a map turned against the meridians as well. */
  @Test
  void aPlaneComesBackOnAnyMap() throws FactoryException {
    var random = new Random(5);
    var utm = CRS.decode("EPSG:32632", true);
    var toMap = new AffineTransform(90, 20, 15, -80, 370_000, 4_850_000);
    var grid = CellGrid.of(60, 50, toMap, utm);
    var values = new float[60 * 50];
    for (int i = 0; i < values.length; i++) {
      values[i] = 3 * (i % 60 + 0.5f) - 7 * (i / 60 + 0.5f);
    }
    var raster = new Raster(grid, values);
    for (int i = 0; i < 500; i++) {
      double column = 1 + 58 * random.nextDouble();
      double row = 1 + 48 * random.nextDouble();
      var place = grid.place(column, row);
      assertEquals(3 * column - 7 * row, raster.bilinear(place.x, place.y), 1e-3, "seed 5");
    }
    assertEquals(Math.hypot(90, 15), grid.cellMetres().x, 1);
    assertEquals(Math.hypot(20, 80), grid.cellMetres().y, 1);
  }

  @Test
  void aWindowIsTheSameCells() {
    var window = GRID.window(new Envelope(7.25, 7.4, 43.15, 43.3));
    assertEquals(new Rectangle(0, 0, 3, 2), window, "two cells around it too");
    var part = CellGrid.ofDegrees(100, 100, 7, 44, 0.01, 0.01).part(new Rectangle(10, 20, 5, 5));
    assertEquals(7.1, part.place(0, 0).x, 1e-12);
    assertEquals(43.8, part.place(0, 0).y, 1e-12);
    assertEquals(null, GRID.window(new Envelope(8, 9, 43, 44)));
  }

  @Test
  void depthsOfNoWaterAreNotKnown() {
    var within = raster(-1, 0, 2, 5_000, Float.NaN, 1).within(0, 1_000);
    assertTrue(Float.isNaN(within.at(0, 0)) && Float.isNaN(within.at(0, 1)) && Float.isNaN(within.at(1, 1)));
    assertEquals(2, within.at(2, 0));
  }

  @Test
  void whatCannotBeAGridIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CellGrid.ofDegrees(0, 1, 0, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> CellGrid.ofDegrees(1, 1, 0, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> raster(1, 2));
    assertThrows(IllegalArgumentException.class, () -> CellGrid.of(1, 1, new AffineTransform(), DefaultEngineeringCRS.GENERIC_2D));
  }
}
