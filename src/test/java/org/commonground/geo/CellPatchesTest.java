package org.commonground.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Random;
import org.commonground.geo.CellPatches.Patch;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

class CellPatchesTest {

  /** One letter a cell: a digit is its class, a dot none. */
  private static List<Patch> patches(String... rows) {
    var classes = new int[rows.length * rows[0].length()];
    for (int i = 0; i < classes.length; i++) {
      char letter = rows[i / rows[0].length()].charAt(i % rows[0].length());
      classes[i] = letter == '.' ? -1 : letter - '0';
    }
    return CellPatches.of(CellGrid.ofDegrees(rows[0].length(), rows.length, 0, rows.length, 1, 1), classes);
  }

  @Test
  void cellsThatShareASideAreOneOutline() {
    var patches = patches("00.", ".01", "..1");
    assertEquals(2, patches.size());
    assertEquals(new Patch(0, 0, 0, 3, patches.get(0).outline()), patches.get(0));
    assertEquals("POLYGON ((0 3, 2 3, 2 1, 1 1, 1 2, 0 2, 0 3))", patches.get(0).outline().toText());
    assertEquals("POLYGON ((2 2, 3 2, 3 0, 2 0, 2 2))", patches.get(1).outline().toText());
  }

  @Test
  void cellsThatMeetInACornerAreTwo() {
    assertEquals(2, patches("0.", ".0").size());
  }

  /** The ring closes over a corner: what it encloses is a hole that touches the outline there. */
  @Test
  void aRingThatClosesOverACornerHasAHole() {
    var patch = patches("0000", "0..0", "0.00", "00.0", "0000").get(0).outline();
    assertTrue(patch.isValid());
    assertEquals(2, patch.getNumInteriorRing(), "three cells and one, which meet in a corner");
    assertEquals(16, patch.getArea());
    var open = patches("00.", "0.0", "000").get(0).outline();
    assertTrue(open.isValid());
    assertEquals(1, open.getNumInteriorRing());
    assertEquals(7, open.getArea());
  }

  /** Every cell of its class is inside, every other outside, and together they are what a union of squares gives. */
  @Test
  void randomCellsAreCoveredExactly() throws FactoryException {
    var factory = new GeometryFactory();
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      int columns = 1 + random.nextInt(12);
      int rows = 1 + random.nextInt(12);
      var classes = random.ints((long) columns * rows, -1, 1 + random.nextInt(3)).toArray();
      boolean projected = seed % 3 == 0;
      var grid = projected ? CellGrid.of(columns, rows, new AffineTransform(30, 0, 0, -30, 370_000, 4_850_000),
          CRS.decode("EPSG:32632", true)) : CellGrid.ofDegrees(columns, rows, -3.1, 50.7, 0.013, 0.017);
      var patches = CellPatches.of(grid, classes);
      for (var patch : patches) {
        assertTrue(patch.outline().isValid(), "seed " + seed);
        for (int cell = 0; cell < classes.length; cell++) {
          var middle = factory.createPoint(grid.place(cell % columns + 0.5, cell / columns + 0.5));
          assertTrue(!patch.outline().contains(middle) || classes[cell] == patch.kind(), "seed " + seed);
        }
      }
      for (int kind = 0; kind < 3; kind++) {
        int wanted = kind;
        var squares = java.util.stream.IntStream.range(0, classes.length).filter(cell -> classes[cell] == wanted)
            .mapToObj(cell -> square(grid, cell % columns, cell / columns)).toArray(Polygon[]::new);
        var outlines = patches.stream().filter(patch -> patch.kind() == wanted).map(Patch::outline).toArray(Polygon[]::new);
        assertEquals(squares.length, patches.stream().filter(patch -> patch.kind() == wanted).mapToInt(Patch::cells).sum());
        var union = CoverageUnion.union(factory.createMultiPolygon(squares));
        assertTrue(union.equalsTopo(factory.createMultiPolygon(outlines)) || squares.length == 0, "seed " + seed);
      }
    }
  }

  private static Polygon square(CellGrid grid, int column, int row) {
    var corners = new org.locationtech.jts.geom.Coordinate[] {grid.place(column, row), grid.place(column + 1, row),
        grid.place(column + 1, row + 1), grid.place(column, row + 1), grid.place(column, row)};
    return new GeometryFactory().createPolygon(corners);
  }
}
