package org.commonground.siting;

public final class SitingSolver {
  private SitingSolver() {
  }

  public static Object[] solve(MedianProblem problem, SitingLimits limits, SitingProgress progress) {
    long end = System.nanoTime() + 1_000_000 * limits.millis();
    var f = new Search(new MedianDemand(problem.rows()), problem.choice(), Search.Goal.LEAST, limits, end, progress).run(new int[0]);
    return new Object[] {f.loss(), f.bound(), f.nodes(), f.stopped()};
  }

  public static Object[] solve(CoverProblem problem, SitingLimits limits, SitingProgress progress) {
    long end = System.nanoTime() + 1_000_000 * limits.millis();
    double total = problem.rows().total();
    var f = new Search(new CoverDemand(problem.rows(), problem.lost()), problem.choice(), new Search.Goal(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, total), limits, end, progress).run(new int[0]);
    return new Object[] {total - f.loss(), total - f.bound(), f.nodes(), f.stopped()};
  }
}
