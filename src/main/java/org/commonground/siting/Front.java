package org.commonground.siting;

import java.util.ArrayList;
import java.util.List;

/**
 * What two aims cost each other: everyday worth against emergency worth.
 *
 * <ol>
 *   <li>The best set for each aim alone, the other breaking ties.
 *   <li>Between two neighbours, both aims are weighed so that the two are equally good, and the best set is found.
 *   <li>If it is better than both it is a new point between them; else no set lies beyond the line through the two.
 * </ol>
 *
 * <p>Aneja and Nair, Bicriteria transportation problem, 1979. The points are exact where their searches are proven. Good
 * compromises under the line between two points are not listed, but none can pass the line.
 */
public final class Front {

  private static final double TIES = 1e-4;

  private final CoverProblem first;
  private final CoverProblem second;
  private final SitingLimits limits;
  private final List<Point> points = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  /**
   * @param first  value of the one aim
   * @param second value of the other
   * @param proven whether the set is the best for its weights
   */
  public record Point(double first, double second, int[] chosen, boolean proven) {
  }

  /** No set has {@code perFirst * first + perSecond * second} above the bound; two neighbouring points lie on it or just below. */
  public record Edge(double perFirst, double perSecond, double bound) {
  }

  /**
   * @param points by the first aim, descending
   * @param edges  between neighbouring points, and the bounds of each aim alone at the ends
   */
  public record Found(List<Point> points, List<Edge> edges) {

    public Found {
      points = List.copyOf(points);
      edges = List.copyOf(edges);
    }
  }

  private Front(CoverProblem first, CoverProblem second, SitingLimits limits) {
    this.first = first;
    this.second = second;
    this.limits = limits;
  }

  /**
   * @param second with the same choice as the first
   * @param limits of each search
   */
  public static Found of(CoverProblem first, CoverProblem second, SitingLimits limits) {
    if (first.choice() != second.choice() || first.lost().length != 2 || second.lost().length != 2
        || first.choice().worth().length > 0) {
      throw new IllegalArgumentException("two aims need the same choice, plain cover and no worths of candidates");
    }
    var front = new Front(first, second, limits);
    return front.find();
  }

  private Found find() {
    double one = Math.max(1, first.rows().total());
    double other = Math.max(1, second.rows().total());
    var left = best(1 / one, TIES / other);
    var right = best(TIES / one, 1 / other);
    points.add(left);
    between(left, right);
    if (right.first != left.first || right.second != left.second) {
      points.add(right);
    }
    return new Found(points, edges);
  }

  private void between(Point left, Point right) {
    double perFirst = right.second - left.second;
    double perSecond = left.first - right.first;
    if (!(perFirst > 0 && perSecond > 0) || limits.cancelled().getAsBoolean()) {
      return;
    }
    double line = perFirst * left.first + perSecond * left.second;
    var middle = best(perFirst, perSecond);
    if (perFirst * middle.first + perSecond * middle.second > line * (1 + 1e-9)) {
      edges.remove(edges.size() - 1);
      between(left, middle);
      points.add(middle);
      between(middle, right);
    }
  }

  private Point best(double perFirst, double perSecond) {
    var builder = new CoverRows.Builder(first.choice().candidates());
    add(builder, first.rows(), perFirst);
    add(builder, second.rows(), perSecond);
    var result = SitingSolver.solve(new CoverProblem(first.choice(), builder.build()), limits, SitingProgress.NONE);
    edges.add(new Edge(perFirst, perSecond, result.bound()));
    return new Point(covered(first, result.chosen()), covered(second, result.chosen()), result.chosen(), result.proven());
  }

  private static void add(CoverRows.Builder builder, CoverRows rows, double each) {
    builder.add(new int[0], 0, each * rows.alone());
    for (int row = 0; row < rows.count(); row++) {
      int count = rows.first()[row + 1] - rows.first()[row];
      var covering = java.util.Arrays.copyOfRange(rows.site(), rows.first()[row], rows.first()[row + 1]);
      builder.add(covering, count, each * rows.weight()[row]);
    }
  }

  private static double covered(CoverProblem aim, int[] sites) {
    return aim.rows().total() - new CoverDemand(aim.rows(), aim.lost()).loss(sites);
  }
}
