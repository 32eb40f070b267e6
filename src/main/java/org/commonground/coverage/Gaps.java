package org.commonground.coverage;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * Gathers the places where people are not covered into gaps that a planner can go to.
 *
 * <ol>
 *   <li>Taken are the places with people whose state is not covered; those whose answer is unknown too, so that nobody is lost.
 *   <li>Places at most {@link #NEIGHBOUR_METRES} apart belong together.
 *   <li>What then stretches over more than {@link #BLOCK_METRES} is cut into blocks of that size, so that an uncovered town
 *       does not become one dot.
 *   <li>Each gap is measured; the one with most people comes first.
 * </ol>
 *
 * <p>Over all gaps, {@code people} adds up to everybody not covered or unreachable, {@code unknown} to everybody unknown.
 */
public final class Gaps {

  static final double NEIGHBOUR_METRES = 75;
  static final double BLOCK_METRES = 500;
  /** Any two places in a cell of this size belong together. */
  static final double CELL_METRES = NEIGHBOUR_METRES / Math.sqrt(2) - 1e-6;

  private final Reach reach;
  private final PlaceGrid grid;
  private final CoverState[] state;
  private final int[] millis;
  private final int[] optimisticMillis;
  private final int limitMillis;
  /** The places taken, in the order of their cells; those of cell c are entries firstOfCell[c] to firstOfCell[c + 1]. */
  private final int[] taken;
  private final int[] firstOfCell;
  /** Where they are, in this order, in metres. */
  private final double[] x;
  private final double[] y;
  private final long[] cell;

  private Gaps(Reach reach, CoverState[] state, int[] millis, int[] optimisticMillis, int limitMillis) {
    this.reach = reach;
    this.state = state;
    this.millis = millis;
    this.optimisticMillis = optimisticMillis;
    this.limitMillis = limitMillis;
    grid = reach.grid();
    var people = reach.problem().places().people();
    taken = grid.inOrder().filter(place -> people[place] > 0 && state[place] != CoverState.COVERED).toArray();
    x = IntStream.of(taken).mapToDouble(grid::x).toArray();
    y = IntStream.of(taken).mapToDouble(grid::y).toArray();
    firstOfCell = IntStream.concat(IntStream.range(0, taken.length)
        .filter(i -> i == 0 || grid.cell(taken[i]) != grid.cell(taken[i - 1])), IntStream.of(taken.length)).toArray();
    cell = IntStream.range(0, firstOfCell.length - 1).mapToLong(c -> grid.cell(taken[firstOfCell[c]])).toArray();
  }

  /**
   * @param state  of each place; those not covered, in doubt and unreachable make gaps
   * @param millis of each place, as in {@link CoverageResult}, like the next
   */
  public static List<Gap> find(Reach reach, CoverState[] state, int[] millis, int[] optimisticMillis, int limitMillis) {
    var gaps = new Gaps(reach, state, millis, optimisticMillis, limitMillis);
    return gaps.inOrder(gaps.blocks(gaps.neighbours()));
  }

  /** Most people first; each gap is measured when it is looked at, since mostly the first few are. */
  private List<Gap> inOrder(List<int[]> blocks) {
    record Counted(int[] places, int people, int unknown) {
    }
    var sorted = blocks.stream().map(block -> new Counted(block, people(block, CoverState.NOT_COVERED)
        + people(block, CoverState.UNREACHABLE), people(block, CoverState.UNKNOWN)))
        .sorted(Comparator.comparingInt(Counted::people).thenComparingInt(Counted::unknown).reversed()
            .thenComparing(block -> block.places()[0])).toList();
    return new AbstractList<>() {
      @Override
      public Gap get(int index) {
        return measure(sorted.get(index).places());
      }

      @Override
      public int size() {
        return sorted.size();
      }
    };
  }

  /** Places that belong together: whole cells, joined to cells near by where any two of their places are neighbours. */
  private List<int[]> neighbours() {
    // Of a root, how many cells are joined to it, below 0; of others, the cell above.
    var root = new int[cell.length];
    Arrays.fill(root, -1);
    // The nearest cells first: what they have joined already need not be looked at in those farther off.
    for (int far = 1; far <= 2; far++) {
      for (int north = 0; north <= far; north++) {
        for (int east = north == 0 ? 1 : -far; east <= far; east++) {
          if (Math.max(north, Math.abs(east)) == far) {
            joinTo(root, north * PlaceGrid.NORTH + east * PlaceGrid.EAST);
          }
        }
      }
    }
    var rootOf = new int[grid.count()];
    Arrays.fill(rootOf, -1);
    for (int at = 0; at < cell.length; at++) {
      int own = find(root, at);
      for (int i = firstOfCell[at]; i < firstOfCell[at + 1]; i++) {
        rootOf[taken[i]] = own;
      }
    }
    return together(IntStream.range(0, rootOf.length).filter(place -> rootOf[place] >= 0).toArray(), place -> rootOf[place],
        cell.length);
  }

  /** Joins each cell to the one that lies so far from it; both are passed through in their order. */
  private void joinTo(int[] root, long offset) {
    int other = 0;
    for (int at = 0; at < cell.length; at++) {
      while (other < cell.length && cell[other] < cell[at] + offset) {
        other++;
      }
      if (other < cell.length && cell[other] == cell[at] + offset) {
        int one = find(root, at);
        int two = find(root, other);
        if (one != two && anyNeighbours(at, other)) {
          join(root, one, two);
        }
      }
    }
  }

  private boolean anyNeighbours(int at, int other) {
    for (int i = firstOfCell[at]; i < firstOfCell[at + 1]; i++) {
      for (int k = firstOfCell[other]; k < firstOfCell[other + 1]; k++) {
        double dx = x[i] - x[k];
        double dy = y[i] - y[k];
        if (dx * dx + dy * dy <= NEIGHBOUR_METRES * NEIGHBOUR_METRES) {
          return true;
        }
      }
    }
    return false;
  }

  private static int find(int[] root, int i) {
    while (root[i] >= 0) {
      if (root[root[i]] >= 0) {
        root[i] = root[root[i]];
      }
      i = root[i];
    }
    return i;
  }

  /** The smaller joins the larger, so that no way to a root is long. */
  private static void join(int[] root, int a, int b) {
    boolean larger = root[a] <= root[b];
    root[larger ? a : b] += root[larger ? b : a];
    root[larger ? b : a] = larger ? a : b;
  }

  /**
   * The places of each group, in the order of the groups.
   *
   * @param places ascending
   * @param group  of a place, from 0
   */
  private static List<int[]> together(int[] places, IntUnaryOperator group, int groups) {
    var count = new int[groups];
    for (int place : places) {
      count[group.applyAsInt(place)]++;
    }
    var members = new int[groups][];
    for (int place : places) {
      int own = group.applyAsInt(place);
      if (members[own] == null) {
        members[own] = new int[count[own]];
        count[own] = 0;
      }
      members[own][count[own]++] = place;
    }
    return Arrays.stream(members).filter(Objects::nonNull).toList();
  }

  private List<int[]> blocks(List<int[]> clusters) {
    var blocks = new ArrayList<int[]>();
    for (var cluster : clusters) {
      var extent = new Envelope();
      for (int place : cluster) {
        extent.expandToInclude(grid.x(place), grid.y(place));
      }
      if (Math.max(extent.getWidth(), extent.getHeight()) <= BLOCK_METRES) {
        blocks.add(cluster);
      } else {
        var numbers = IntStream.of(cluster).mapToLong(place -> grid.cell(place, BLOCK_METRES)).sorted().distinct().toArray();
        blocks.addAll(together(cluster, place -> Arrays.binarySearch(numbers, grid.cell(place, BLOCK_METRES)), numbers.length));
      }
    }
    return blocks;
  }

  private Gap measure(int[] index) {
    var places = reach.problem().places();
    int unknown = people(index, CoverState.UNKNOWN);
    int unreachable = people(index, CoverState.UNREACHABLE);
    int notCovered = people(index, CoverState.NOT_COVERED);
    int lack = lackMillis(index);
    var extent = new Envelope();
    IntStream.of(index).forEach(place -> extent.expandToInclude(places.lon()[place], places.lat()[place]));
    int middle = middle(index);
    double metres = lack < 0 ? -1 : lack / 1000.0 * reach.problem().profile().speedMetresPerSecond();
    return new Gap(places.lon()[middle], places.lat()[middle], notCovered + unreachable, unknown, unreachable, metres, lack,
        districtOfMost(index), extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY(), index);
  }

  private int people(int[] index, CoverState wanted) {
    int people = 0;
    for (int place : index) {
      people += state[place] == wanted ? reach.problem().places().people()[place] : 0;
    }
    return people;
  }

  /** The middle person's lack among those who can walk to a shelter but not in time: of the best way that may exist. */
  private int lackMillis(int[] index) {
    var people = reach.problem().places().people();
    var optimistic = optimisticMillis;
    var lacks = IntStream.of(index).filter(place -> state[place] == CoverState.NOT_COVERED)
        .mapToLong(place -> Math.max(0L, lackOf(place, optimistic[place])) << 32 | people[place]).sorted().toArray();
    long all = 0;
    for (long lack : lacks) {
      all += (int) lack;
    }
    long so = 0;
    for (long lack : lacks) {
      so += (int) lack;
      if (2 * so >= all) {
        return (int) (lack >>> 32);
      }
    }
    return -1;
  }

  private long lackOf(int place, int optimisticMillis) {
    return (long) (millis[place] == CoverageResult.NO_WAY ? optimisticMillis : millis[place]) - limitMillis;
  }

  /** The place nearest to the middle of the people, the lowest of several. */
  private int middle(int[] index) {
    var people = reach.problem().places().people();
    double weight = 0;
    double x = 0;
    double y = 0;
    for (int place : index) {
      weight += people[place];
      x += people[place] * grid.x(place);
      y += people[place] * grid.y(place);
    }
    int nearest = index[0];
    double least = Double.MAX_VALUE;
    for (int place : index) {
      double distance = Math.hypot(grid.x(place) - x / weight, grid.y(place) - y / weight);
      if (distance < least) {
        least = distance;
        nearest = place;
      }
    }
    return nearest;
  }

  private int districtOfMost(int[] index) {
    var places = reach.problem().places();
    Map<Integer, Integer> people = new TreeMap<>();
    IntStream.of(index).forEach(place -> people.merge(places.district()[place], places.people()[place], Integer::sum));
    return people.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue()
        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElseThrow().getKey();
  }
}
