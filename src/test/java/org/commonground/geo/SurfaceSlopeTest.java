package org.commonground.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.AffineTransform;
import java.util.Random;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;

class SurfaceSlopeTest {

  private interface Surface {
    double height(double column, double row);
  }

  private static Raster raster(CellGrid grid, Surface surface) {
    var values = new float[grid.columns() * grid.rows()];
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = (float) surface.height(cell % grid.columns() + 0.5, cell / grid.columns() + 0.5);
    }
    return new Raster(grid, values);
  }

  /** A drawn case that a pocket calculator answers: dz/dx = ((5 + 12 + 9) - (1 + 8 + 7)) / 80, dz/dy = ((7 + 16 + 9) - (1 + 4 + 5)) / 160. */
  @Test
  void nineHeights() throws FactoryException {
    var grid = CellGrid.of(3, 3, new AffineTransform(10, 0, 0, -20, 500_000, 4_000_000), CRS.decode("EPSG:32632", true));
    var slope = SurfaceSlope.percent(new Raster(grid, new float[] {1, 2, 5, 4, 100, 6, 7, 8, 9}));
    var size = grid.cellMetres();
    assertEquals(100 * Math.hypot(10 / (8 * size.x), 22 / (8 * size.y)), slope.at(1, 1), 1e-4);
    assertEquals(100 * Math.hypot(0.125, 0.1375), slope.at(1, 1), 0.2, "cells measured on the ellipsoid, to a percent");
    for (int cell = 0; cell < 9; cell++) {
      assertEquals(cell != 4, Float.isNaN(slope.at(cell % 3, cell / 3)), "the rim is not known");
    }
  }

  /** A plane is as steep everywhere, whichever way it falls, in metres and in degrees. */
  @Test
  void planesOfAnyDirection() {
    double lat = 43.7;
    var random = new Random(3);
    var grid = CellGrid.ofDegrees(12, 9, 7.4, lat + 0.0045, 0.001, 0.001);
    double east = 0.001 * 111_195 * Math.cos(Math.toRadians(lat));
    double south = 0.001 * 111_195;
    for (int i = 0; i < 50; i++) {
      double grade = random.nextDouble() * 0.5;
      double way = random.nextDouble() * 2 * Math.PI;
      var slope = SurfaceSlope.percent(raster(grid,
          (column, row) -> 200 + grade * (Math.cos(way) * east * column + Math.sin(way) * south * row)));
      assertEquals(100 * grade, slope.at(5, 4), 0.01 * 100 * grade + 0.01);
      assertEquals(slope.at(1, 1), slope.at(10, 7), 0.02);
    }
  }

  /** What one cell without data takes away is the block of nine around it, and nothing else. */
  @Test
  void unknownIsNotFlat() {
    var grid = CellGrid.ofDegrees(9, 9, 7, 43, 0.001, 0.001);
    var flat = new float[81];
    flat[4 * 9 + 4] = Float.NaN;
    var slope = SurfaceSlope.percent(new Raster(grid, flat));
    int unknown = 0;
    for (int cell = 0; cell < 81; cell++) {
      unknown += Float.isNaN(slope.at(cell % 9, cell / 9)) ? 1 : 0;
      assertTrue(Float.isNaN(slope.at(cell % 9, cell / 9)) || slope.at(cell % 9, cell / 9) == 0);
    }
    assertEquals(32 + 9, unknown);
  }
}
