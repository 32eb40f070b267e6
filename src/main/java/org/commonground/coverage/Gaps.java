package org.commonground.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
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
final class Gaps {

  static final double NEIGHBOUR_METRES = 75;
  static final double BLOCK_METRES = 500;

  private final Reach reach;
  private final CoverState[] state;
  private final int[] millis;
  private final int[] optimisticMillis;
  private final int limitMillis;
  private final int[] taken;
  private final Coordinate[] at;

  private Gaps(Reach reach, CoverState[] state, int[] millis, int[] optimisticMillis, int limitMillis) {
    this.reach = reach;
    this.state = state;
    this.millis = millis;
    this.optimisticMillis = optimisticMillis;
    this.limitMillis = limitMillis;
    var places = reach.problem().places();
    taken = IntStream.range(0, places.count())
        .filter(place -> places.people()[place] > 0 && state[place] != CoverState.COVERED).toArray();
    at = IntStream.of(taken).mapToObj(place -> reach.projection().toMetres(places.lon()[place], places.lat()[place]))
        .toArray(Coordinate[]::new);
  }

  static List<Gap> find(Reach reach, CoverState[] state, int[] millis, int[] optimisticMillis, int limitMillis) {
    var gaps = new Gaps(reach, state, millis, optimisticMillis, limitMillis);
    return gaps.blocks(gaps.neighbours()).stream().map(gaps::measure)
        .sorted(Comparator.comparingInt(Gap::people).thenComparingInt(Gap::unknown).reversed()
            .thenComparing(gap -> gap.places()[0]))
        .toList();
  }

  /** Clusters of indexes into {@code taken}: joined over a grid with cells as wide as neighbours are apart. */
  private List<List<Integer>> neighbours() {
    var byCell = new HashMap<Long, List<Integer>>();
    for (int i = 0; i < taken.length; i++) {
      byCell.computeIfAbsent(cell(at[i], NEIGHBOUR_METRES, 0, 0), none -> new ArrayList<>()).add(i);
    }
    var root = IntStream.range(0, taken.length).toArray();
    for (int i = 0; i < taken.length; i++) {
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -1; dy <= 1; dy++) {
          for (int other : byCell.getOrDefault(cell(at[i], NEIGHBOUR_METRES, dx, dy), List.of())) {
            if (other < i && at[i].distance(at[other]) <= NEIGHBOUR_METRES) {
              join(root, i, other);
            }
          }
        }
      }
    }
    return List.copyOf(IntStream.range(0, taken.length).boxed().collect(
        Collectors.groupingBy(i -> find(root, i), TreeMap::new, Collectors.toList())).values());
  }

  private static int find(int[] root, int i) {
    while (root[i] != i) {
      root[i] = root[root[i]];
      i = root[i];
    }
    return i;
  }

  private static void join(int[] root, int a, int b) {
    int low = Math.min(find(root, a), find(root, b));
    int high = Math.max(find(root, a), find(root, b));
    root[high] = low;
  }

  private static long cell(Coordinate at, double metres, int dx, int dy) {
    return ((long) Math.floor(at.x / metres) + dx) << 32 ^ ((long) Math.floor(at.y / metres) + dy) & 0xffffffffL;
  }

  private List<List<Integer>> blocks(List<List<Integer>> clusters) {
    var blocks = new ArrayList<List<Integer>>();
    for (var cluster : clusters) {
      var extent = new Envelope();
      cluster.forEach(i -> extent.expandToInclude(at[i]));
      if (Math.max(extent.getWidth(), extent.getHeight()) <= BLOCK_METRES) {
        blocks.add(cluster);
      } else {
        var byBlock = new TreeMap<Long, List<Integer>>();
        cluster.forEach(i -> byBlock.computeIfAbsent(cell(at[i], BLOCK_METRES, 0, 0), none -> new ArrayList<>()).add(i));
        blocks.addAll(byBlock.values());
      }
    }
    return blocks;
  }

  private Gap measure(List<Integer> members) {
    var places = reach.problem().places();
    var index = members.stream().mapToInt(i -> taken[i]).toArray();
    int unknown = people(index, CoverState.UNKNOWN);
    int unreachable = people(index, CoverState.UNREACHABLE);
    int notCovered = people(index, CoverState.NOT_COVERED);
    int lack = lackMillis(index);
    var extent = new Envelope();
    IntStream.of(index).forEach(place -> extent.expandToInclude(places.lon()[place], places.lat()[place]));
    int middle = middle(members);
    double metres = lack < 0 ? -1 : lack / 1000.0 * reach.problem().profile().speedMetresPerSecond();
    return new Gap(places.lon()[middle], places.lat()[middle], notCovered + unreachable, unknown, unreachable, metres, lack,
        districtOfMost(index), extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY(), index);
  }

  private int people(int[] index, CoverState wanted) {
    return IntStream.of(index).filter(place -> state[place] == wanted)
        .map(place -> reach.problem().places().people()[place]).sum();
  }

  /** The middle person's lack among those who can walk to a shelter but not in time: of the best way that may exist. */
  private int lackMillis(int[] index) {
    var people = reach.problem().places().people();
    var optimistic = optimisticMillis;
    var lacks = IntStream.of(index).filter(place -> optimistic[place] != CoverageResult.NO_WAY)
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

  private int middle(List<Integer> members) {
    var people = reach.problem().places().people();
    double weight = 0;
    var centre = new Coordinate(0, 0);
    for (int i : members) {
      weight += people[taken[i]];
      centre.x += people[taken[i]] * at[i].x;
      centre.y += people[taken[i]] * at[i].y;
    }
    var middle = new Coordinate(centre.x / weight, centre.y / weight);
    return taken[members.stream().min(Comparator.comparingDouble((Integer i) -> at[i].distance(middle))
        .thenComparing(Comparator.naturalOrder())).orElseThrow()];
  }

  private int districtOfMost(int[] index) {
    var places = reach.problem().places();
    Map<Integer, Integer> people = new TreeMap<>();
    IntStream.of(index).forEach(place -> people.merge(places.district()[place], places.people()[place], Integer::sum));
    return people.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue()
        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElseThrow().getKey();
  }
}
