package org.commonground.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * What two aims cost each other: the sets of which none is better in one aim without being worse in the other.
 *
 * <ol>
 *   <li>The best set for each aim alone.
 *   <li>Between two neighbours, both aims are weighed so that the two are equally good, and the best set is found, as long as it is
 *       better than both (Aneja and Nair, Bicriteria transportation problem, 1979).
 *   <li>What is left between two neighbours is a box. In the largest box the set is found that passes both sides of its lower corner
 *       by most, measured by the side that it passes by less; it parts the box in two. Where none passes both, the box is empty
 *       (Ralphs, Saltzman and Wiecek, An improved algorithm for solving biobjective integer programs, 2006).
 *   <li>Sets that another one beats are left out, and each other one gets the lowest of all bounds found for the sets that are at
 *       least as good in the second aim.
 * </ol>
 *
 * <p>Every bound holds whether or not the searches were proven. A front is complete where every box was shown to be empty.
 */
public final class Front {

  /** Of an aim's total, so much is no difference; the searches are exact to a part of that. */
  private static final double SAME = 1e-8;

  private final CoverProblem first;
  private final CoverProblem second;
  private final int most;
  private final SitingLimits limits;
  private final double[] total;
  private final List<Point> points = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Corner> corners = new ArrayList<>();
  private boolean bothEndsProven = true;

  /**
   * @param first  value of the one aim
   * @param second value of the other
   * @param bound  that the first aim of no set passes that is at least as good in the second; not below the first
   * @param proven whether the two are the same
   */
  public record Point(double first, double second, double bound, boolean proven, int[] chosen) {
  }

  /**
   * @param points   by the first aim, descending; none beats another
   * @param complete whether none is missing
   */
  public record Found(List<Point> points, boolean complete) {

    public Found {
      points = List.copyOf(points);
    }
  }

  /** No set has {@code perFirst * first + perSecond * second} above the bound. */
  private record Edge(double perFirst, double perSecond, double bound) {
  }

  /** No set has more of both. */
  private record Corner(double first, double second) {
  }

  /** What lies between two neighbours: more of the first aim than the right one has, more of the second than the left one. */
  private record Box(Point left, Point right) {
  }

  private Front(CoverProblem first, CoverProblem second, int most, SitingLimits limits) {
    this.first = first;
    this.second = second;
    this.most = most;
    this.limits = limits;
    total = new double[] {Math.max(1, first.rows().total()), Math.max(1, second.rows().total())};
  }

  /**
   * @param second with the same choice as the first
   * @param most   points that are looked for, 1 or more
   * @param limits of each search; its gap is not used
   */
  public static Found of(CoverProblem first, CoverProblem second, int most, SitingLimits limits) {
    if (first.choice() != second.choice() || first.lost().length != 2 || second.lost().length != 2
        || first.choice().worth().length > 0) {
      throw new IllegalArgumentException("two aims need the same choice, plain cover and no worths of candidates");
    }
    if (most < 1) {
      throw new IllegalArgumentException("a front of " + most + " points");
    }
    return new Front(first, second, most, limits.gap(0)).find();
  }

  private Found find() {
    var left = weighed(1, 0);
    var right = weighed(0, 1);
    boolean complete = bothEndsProven;
    points.add(left);
    points.add(right);
    if (isBetween(left, right) && most > 1) {
      dichotomy(left, right);
      complete &= boxes();
    }
    var beaten = points.stream().filter(point -> points.stream().anyMatch(other -> beats(other, point))).toList();
    points.removeAll(beaten);
    points.sort(Comparator.comparingDouble(Point::first).reversed());
    return new Found(points.stream().limit(most).map(this::bounded).toList(), complete && points.size() <= most);
  }

  /** Whether something may lie between them: each is better in its own aim. */
  private boolean isBetween(Point left, Point right) {
    return left.first > right.first + SAME * total[0] && right.second > left.second + SAME * total[1];
  }

  /** Of several with the same values, the one that was found first stays. */
  private boolean beats(Point one, Point other) {
    boolean asGood = one.first >= other.first - SAME * total[0] && one.second >= other.second - SAME * total[1];
    boolean better = one.first > other.first + SAME * total[0] || one.second > other.second + SAME * total[1];
    return asGood && (better || points.indexOf(one) < points.indexOf(other));
  }

  private boolean enough() {
    return limits.cancelled().getAsBoolean()
        || points.size() >= most && points.stream().filter(point -> points.stream().noneMatch(other -> beats(other, point))).count() >= most;
  }

  private void dichotomy(Point left, Point right) {
    if (!isBetween(left, right) || enough()) {
      return;
    }
    double perFirst = right.second - left.second;
    double perSecond = left.first - right.first;
    double line = perFirst * left.first + perSecond * left.second;
    var middle = weighed(perFirst, perSecond);
    if (perFirst * middle.first + perSecond * middle.second > line + SAME * (perFirst * total[0] + perSecond * total[1])) {
      points.add(middle);
      dichotomy(left, middle);
      dichotomy(middle, right);
    }
  }

  /** Returns whether all were shown to be empty. */
  private boolean boxes() {
    var open = new PriorityQueue<Box>(Comparator.comparingDouble(this::area).reversed());
    var along = points.stream().sorted(Comparator.comparingDouble(Point::first).reversed()).toList();
    IntStream.range(1, along.size()).mapToObj(i -> new Box(along.get(i - 1), along.get(i)))
        .filter(box -> isBetween(box.left, box.right)).forEach(open::add);
    boolean all = true;
    while (!open.isEmpty() && !enough()) {
      var box = open.poll();
      var inside = inside(box);
      if (inside == null) {
        all &= corners.stream().anyMatch(corner -> corner.first <= box.right.first && corner.second <= box.left.second);
      } else {
        points.add(inside);
        IntStream.range(0, 2).mapToObj(side -> side == 0 ? new Box(box.left, inside) : new Box(inside, box.right))
            .filter(part -> isBetween(part.left, part.right)).forEach(open::add);
      }
    }
    return all && open.isEmpty();
  }

  private double area(Box box) {
    return (box.left.first - box.right.first) / total[0] * (box.right.second - box.left.second) / total[1];
  }

  /** Null where no set in the box was found. */
  private Point inside(Box box) {
    var corner = new double[] {box.right.first, box.left.second};
    var sums = new double[] {first.rows().total() - first.rows().alone(), second.rows().total() - second.rows().alone()};
    double scale = Math.max(2 * sums[0] / (corner[0] + sums[0]), 2 * sums[1] / (corner[1] + sums[1]));
    var demand = new WorstServedDemand(List.of(beyond(first.rows(), sums[0], scale * (corner[0] + sums[0])),
        beyond(second.rows(), sums[1], scale * (corner[1] + sums[1]))));
    double atCorner = 1 - (1 + 2 * SitingSolver.EPSILON) / scale;
    var goal = new Search.Goal(Double.NEGATIVE_INFINITY, atCorner, 1);
    var found = new Search(demand, first.choice(), goal, SitingClock.start(limits), SitingProgress.NONE).run(box.left.chosen, true);
    var point = point(found.sites());
    boolean passes = point.first > corner[0] + SAME * total[0] && point.second > corner[1] + SAME * total[1];
    boolean empty = !passes && found.bound() >= Math.min(atCorner, found.loss() - SitingSolver.EPSILON);
    corners.add(empty ? new Corner(corner[0], corner[1]) : passed(corner, sums, scale * (1 - found.bound())));
    return passes ? point : null;
  }

  /** No set passes both sides of a corner by more than this ratio, both aims being measured with their sums on top. */
  private static Corner passed(double[] corner, double[] sums, double ratio) {
    double sure = ratio * (1 + 4 * SitingSolver.EPSILON);
    return new Corner(sure * (corner[0] + sums[0]) - sums[0], sure * (corner[1] + sums[1]) - sums[1]);
  }

  /** One row more, which any site covers, keeps ratios to a corner within 1 and 2 whatever it has. */
  private static CoverRows beyond(CoverRows rows, double sum, double whole) {
    var builder = new CoverRows.Builder(rows.candidates());
    add(builder, rows, 1);
    builder.add(IntStream.range(0, rows.candidates()).toArray(), rows.candidates(), sum);
    return builder.add(new int[0], 0, Math.max(0, whole - 2 * sum)).build();
  }

  private Point weighed(double perFirst, double perSecond) {
    var builder = new CoverRows.Builder(first.choice().candidates());
    add(builder, first.rows(), perFirst);
    add(builder, second.rows(), perSecond);
    var result = SitingSolver.solve(new CoverProblem(first.choice(), builder.build()), limits, SitingProgress.NONE);
    edges.add(new Edge(perFirst, perSecond, result.bound()));
    bothEndsProven &= result.proven() || edges.size() > 2;
    return point(result.chosen());
  }

  private static void add(CoverRows.Builder builder, CoverRows rows, double each) {
    for (int row = 0; row < rows.count() && each > 0; row++) {
      int count = rows.first()[row + 1] - rows.first()[row];
      var covering = java.util.Arrays.copyOfRange(rows.site(), rows.first()[row], rows.first()[row + 1]);
      builder.add(covering, count, each * rows.weight()[row]);
    }
  }

  private Point point(int[] sites) {
    return new Point(covered(first, sites), covered(second, sites), Double.NaN, false, sites);
  }

  private static double covered(CoverProblem aim, int[] sites) {
    return aim.rows().total() - new CoverDemand(aim.rows(), aim.lost()).loss(sites);
  }

  private Point bounded(Point point) {
    double bound = Double.POSITIVE_INFINITY;
    for (var edge : edges) {
      bound = edge.perFirst > 0 ? Math.min(bound, (edge.bound - edge.perSecond * point.second) / edge.perFirst) : bound;
    }
    for (var corner : corners) {
      bound = point.second > corner.second + SAME * total[1] / 2 ? Math.min(bound, corner.first) : bound;
    }
    boolean proven = bound <= point.first + SAME * total[0];
    return new Point(point.first, point.second, proven ? point.first : bound, proven, point.chosen);
  }
}
