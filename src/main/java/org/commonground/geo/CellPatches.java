package org.commonground.geo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Cells of one class that hang together, as polygons exactly along the cells' edges.
 *
 * <ol>
 *   <li>Cells that share a side and a class are one patch; cells that meet in a corner only are not.
 *   <li>Each patch is walked around with its cells to the right, along every edge behind which there are other cells. Where two of
 *       its cells meet in a corner only, the walk keeps to the cell it is at.
 *   <li>A ring that comes to a corner twice is cut there in two, so that every ring is simple.
 *   <li>The one ring that runs clockwise in columns and rows is the outline, the others are holes.
 * </ol>
 *
 * <p>A patch hangs together by sides, so its inside does too: each polygon is valid as it stands, and those of one class may touch
 * in points only.
 */
public final class CellPatches {

  /** East, south, west, north, as steps in columns and rows. */
  private static final int[] STEP_X = {1, 0, -1, 0};
  private static final int[] STEP_Y = {0, 1, 0, -1};

  private final CellGrid grid;
  private final int[] classes;
  private final int[] patchOf;
  private final List<Start> starts = new ArrayList<>();
  private final BitSet walked = new BitSet();

  /**
   * @param kind    class of its cells
   * @param column  of its first cell, row by row
   * @param row     of its first cell
   * @param cells   how many it has
   * @param outline lon/lat
   */
  public record Patch(int kind, int column, int row, int cells, Polygon outline) {
  }

  private record Start(int cell, int cells) {
  }

  private CellPatches(CellGrid grid, int[] classes) {
    this.grid = grid;
    this.classes = classes;
    patchOf = new int[classes.length];
    Arrays.fill(patchOf, -1);
  }

  /**
   * Every patch, by its first cell.
   *
   * @param classes one per cell, row by row; negative for cells of no class
   * @throws IllegalArgumentException where there are more or fewer than cells
   */
  public static List<Patch> of(CellGrid grid, int[] classes) {
    if (classes.length != (long) grid.columns() * grid.rows()) {
      throw new IllegalArgumentException(classes.length + " classes for " + grid.columns() + " x " + grid.rows() + " cells");
    }
    var patches = new CellPatches(grid, classes);
    patches.join();
    return patches.outlines();
  }

  private void join() {
    var waiting = new ArrayDeque<Integer>();
    for (int first = 0; first < classes.length; first++) {
      if (classes[first] < 0 || patchOf[first] >= 0) {
        continue;
      }
      int patch = starts.size();
      int cells = 0;
      patchOf[first] = patch;
      waiting.add(first);
      while (!waiting.isEmpty()) {
        int cell = waiting.remove();
        cells++;
        for (int side = 0; side < 4; side++) {
          int column = cell % grid.columns() + STEP_X[side];
          int row = cell / grid.columns() + STEP_Y[side];
          int next = row * grid.columns() + column;
          if (inside(column, row) && patchOf[next] < 0 && classes[next] == classes[first]) {
            patchOf[next] = patch;
            waiting.add(next);
          }
        }
      }
      starts.add(new Start(first, cells));
    }
  }

  private boolean inside(int column, int row) {
    return column >= 0 && column < grid.columns() && row >= 0 && row < grid.rows();
  }

  private List<Patch> outlines() {
    var shells = new LinearRing[starts.size()];
    var holes = new ArrayList<List<LinearRing>>();
    starts.forEach(start -> holes.add(new ArrayList<>()));
    for (int cell = 0; cell < classes.length; cell++) {
      int column = cell % grid.columns();
      int row = cell / grid.columns();
      for (int side = 0; patchOf[cell] >= 0 && side < 4; side++) {
        int x = side == 1 || side == 2 ? column + 1 : column;
        int y = side >= 2 ? row + 1 : row;
        if (isEdge(x, y, side, patchOf[cell]) && !walked.get(edge(x, y, side))) {
          for (var ring : simple(walk(x, y, side, patchOf[cell]), patchOf[cell])) {
            if (clockwise(ring)) {
              shells[patchOf[cell]] = ring(ring);
            } else {
              holes.get(patchOf[cell]).add(ring(ring));
            }
          }
        }
      }
    }
    var factory = new GeometryFactory();
    var patches = new ArrayList<Patch>();
    for (int patch = 0; patch < shells.length; patch++) {
      int first = starts.get(patch).cell();
      patches.add(new Patch(classes[first], first % grid.columns(), first / grid.columns(), starts.get(patch).cells(),
          factory.createPolygon(shells[patch], holes.get(patch).toArray(LinearRing[]::new))));
    }
    return patches;
  }

  /** Number of the edge that leaves a corner one way. */
  private int edge(int x, int y, int way) {
    return (y * (grid.columns() + 1) + x) * 4 + way;
  }

  /** Whether a patch lies to the right, and not to the left, of the edge that leaves a corner one way. */
  private boolean isEdge(int x, int y, int way, int patch) {
    return switch (way) {
      case 0 -> holds(x, y, patch) && !holds(x, y - 1, patch);
      case 1 -> holds(x - 1, y, patch) && !holds(x, y, patch);
      case 2 -> holds(x - 1, y - 1, patch) && !holds(x - 1, y, patch);
      default -> holds(x, y - 1, patch) && !holds(x - 1, y - 1, patch);
    };
  }

  private boolean holds(int column, int row, int patch) {
    return inside(column, row) && patchOf[row * grid.columns() + column] == patch;
  }

  /** Corners in the order of a walk that ends where it began, the first one not said again. */
  private List<int[]> walk(int startX, int startY, int startWay, int patch) {
    var corners = new ArrayList<int[]>();
    int x = startX;
    int y = startY;
    int way = startWay;
    do {
      corners.add(new int[] {x, y});
      walked.set(edge(x, y, way));
      x += STEP_X[way];
      y += STEP_Y[way];
      int right = (way + 1) % 4;
      int left = (way + 3) % 4;
      way = isEdge(x, y, right, patch) ? right : isEdge(x, y, way, patch) ? way : left;
    } while (x != startX || y != startY || way != startWay);
    return corners;
  }

  private List<List<int[]>> simple(List<int[]> walk, int patch) {
    var rings = new ArrayList<List<int[]>>();
    var open = new ArrayList<int[]>();
    var placeOf = new HashMap<Integer, Integer>();
    for (var corner : walk) {
      boolean meeting = holds(corner[0], corner[1], patch) == holds(corner[0] - 1, corner[1] - 1, patch)
          && holds(corner[0] - 1, corner[1], patch) == holds(corner[0], corner[1] - 1, patch);
      if (meeting) {
        int number = edge(corner[0], corner[1], 0);
        var before = placeOf.get(number);
        if (before != null && before < open.size() && Arrays.equals(open.get(before), corner)) {
          var loop = open.subList(before, open.size());
          rings.add(List.copyOf(loop));
          loop.clear();
        }
        placeOf.put(number, open.size());
      }
      open.add(corner);
    }
    rings.add(open);
    return rings;
  }

  private static boolean clockwise(List<int[]> ring) {
    long twice = 0;
    var last = ring.get(ring.size() - 1);
    for (var corner : ring) {
      twice += (long) last[0] * corner[1] - (long) corner[0] * last[1];
      last = corner;
    }
    return twice > 0;
  }

  /** Corners that lie on a straight line are left out only where the line is straight in degrees too. */
  private LinearRing ring(List<int[]> corners) {
    var places = new ArrayList<Coordinate>();
    int count = corners.size();
    for (int i = 0; i < count; i++) {
      var before = corners.get((i + count - 1) % count);
      var corner = corners.get(i);
      var after = corners.get((i + 1) % count);
      boolean straight = before[0] == after[0] || before[1] == after[1];
      if (!straight || !grid.upright()) {
        places.add(grid.place(corner[0], corner[1]));
      }
    }
    places.add(places.get(0).copy());
    return new GeometryFactory().createLinearRing(places.toArray(Coordinate[]::new));
  }
}
